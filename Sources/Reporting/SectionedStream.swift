package import TextModel

/// Results of a format that says things about each document in several places, written document by document.
///
/// Each place is a section. What a section holds can be put away until all documents are done, so that no more than one
/// of them has to be held in memory. The frames stand around the sections: the first before section 0, the last after the
/// last. Put together in turn they are byte for byte what ``OutputFormat/bytes(of:options:)`` gives.
package protocol SectionedStream {
    /// What each section says of a document, in order of the sections; `hash` is that of its file, where it is known.
    mutating func add(_ report: Report, hash: String?) -> [[UInt8]]
    /// The frames: one more than there are sections.
    mutating func frames(tool: ToolInfo, failures: [Failure]) -> [[UInt8]]
}

/// A format that can be written document by document when its sections are put away meanwhile.
protocol SectionedFormatter: Formatter {
    func makeSections(_ options: ReportingOptions, rules: [RuleDescription]) -> any SectionedStream
}

extension SectionedFormatter {
    func sections(_ options: ReportingOptions, rules: [RuleDescription]) -> (any SectionedStream)? {
        makeSections(options, rules: rules)
    }

    func bytes(of results: Results, options: ReportingOptions) -> [UInt8] {
        var stream = makeSections(options, rules: results.rules)
        var sections: [[UInt8]] = []
        for report in results.reports {
            let pieces = stream.add(report, hash: results.hash(of: report.document))
            if sections.isEmpty {
                sections = pieces
            } else {
                for index in pieces.indices { sections[index] += pieces[index] }
            }
        }
        let frames = stream.frames(tool: results.tool, failures: results.failures)
        return frames.indices.flatMap { frames[$0] + (sections.indices.contains($0) ? sections[$0] : []) }
    }
}
