import TextModel

/// Lists, runs of table cells and page furniture around the blocks of a document.
///
/// Items of a list arrive one by one with their level. An item stays open after its text, so that
/// deeper items can go inside it.
struct Nesting {
    private enum Group: Equatable { case list, cells, furniture }

    private var group: Group?
    /// Levels of the open list items, outermost first.
    private var levels: [Int] = []

    /// Closes what ends before `block` and opens what it needs.
    mutating func prepare(for block: Block, in html: inout HTMLWriter) {
        let needed = Self.group(of: block)
        if needed != group {
            closeAll(in: &html)
            open(needed, in: &html)
        }
        switch needed {
        case .list: openItem(level: max(1, block.level), isNumbered: block.number != nil, in: &html)
        case .cells:
            if !levels.isEmpty { html.close("li") }
            levels = [1]
            html.open("li")
        case .furniture, nil: break
        }
    }

    /// Whether `block` stands in no list, table or fold, so that the text can be cut before it.
    func isOutside(_ block: Block) -> Bool { Self.group(of: block) == nil }

    /// Closes everything that is open.
    mutating func closeAll(in html: inout HTMLWriter) {
        switch group {
        case .list:
            for _ in levels { closeList(in: &html) }
        case .cells: closeList(in: &html)
        case .furniture: html.close("details")
        case nil: break
        }
        levels = []
        group = nil
    }

    private mutating func openItem(level: Int, isNumbered: Bool, in html: inout HTMLWriter) {
        while let last = levels.last, last > level, levels.count > 1 {
            closeList(in: &html)
            levels.removeLast()
        }
        if let last = levels.last, last >= level {
            html.close("li")
            levels[levels.count - 1] = level
        } else {
            html.open("ul", ["role": "list"])
            levels.append(level)
        }
        html.open("li", ["class": isNumbered ? nil : "dot"])
    }

    private mutating func open(_ group: Group?, in html: inout HTMLWriter) {
        self.group = group
        switch group {
        case .cells: html.open("ul", ["class": "cells", "role": "list", "aria-label": Wording.tableCells])
        case .furniture:
            html.open("details", ["class": "furniture"])
            html.element("summary", ["lang": Wording.language], text: Wording.furniture)
        case .list, nil: break
        }
    }

    private func closeList(in html: inout HTMLWriter) {
        html.close("li")
        html.close("ul")
    }

    private static func group(of block: Block) -> Group? {
        if block.isBoilerplate { return .furniture }
        switch block.kind {
        case .listItem: return .list
        case .tableCell: return .cells
        default: return nil
        }
    }
}
