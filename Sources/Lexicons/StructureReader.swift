internal import TextModel
internal import Yams

/// Reads `structure.yaml`: the words that give plain text its structure.
enum StructureReader {
    static func read(_ node: Node, with yaml: inout StrictYAML) -> StructuralWords? {
        guard var mapping = yaml.mapping(node, what: "a file of structural words") else { return nil }
        var words = StructuralWords()
        // A word heads one level only.
        var headings: Set<String> = []
        words.parts = list("parts", in: &mapping, seen: &headings, with: &yaml)
        words.chapters = list("chapters", in: &mapping, seen: &headings, with: &yaml)
        words.divisions = list("divisions", in: &mapping, seen: &headings, with: &yaml)
        words.provisions = list("provisions", in: &mapping, seen: &headings, with: &yaml)
        words.pages = list("pages", in: &mapping, with: &yaml)
        words.pageJoiners = list("page-joiners", in: &mapping, with: &yaml)
        words.months = list("months", in: &mapping, with: &yaml)
        words.messageOpeners = list("message-openers", in: &mapping, with: &yaml)
        words.mailFields = list("mail-fields", in: &mapping, with: &yaml)
        words.compoundBeginnings = list("compound-beginnings", in: &mapping, with: &yaml)
        words.compoundEndings = list("compound-endings", in: &mapping, with: &yaml)
        words.wordEndings = list("word-endings", in: &mapping, with: &yaml)
        words.regions = regions(in: &mapping, with: &yaml)
        words.subjects = list("subjects", in: &mapping, with: &yaml)
        words.citations = groups("citations", needing: "its short form and a word", in: &mapping, with: &yaml)
        words.alphabets = groups("alphabets", needing: "its letters and an encoding", in: &mapping, with: &yaml)
        words.subdivisions = list("subdivisions", in: &mapping, with: &yaml)
        words.preceding = list("preceding", in: &mapping, with: &yaml)
        words.following = list("following", in: &mapping, with: &yaml)
        words.this = list("this", in: &mapping, with: &yaml)
        words.referenceJoiners = list("reference-joiners", in: &mapping, with: &yaml)
        words.referenceRanges = list("reference-ranges", in: &mapping, with: &yaml)
        words.referenceOwners = list("reference-owners", in: &mapping, with: &yaml)
        yaml.finish(mapping)
        return words
    }

    /// Lists of a first string, such as a short form, and what belongs to it; every list has both.
    private static func groups(
        _ name: String, needing parts: String, in mapping: inout StrictYAML.Mapping, with yaml: inout StrictYAML
    ) -> [[String]] {
        guard let list = yaml.optional(name, in: &mapping) else { return [] }
        var groups: [[String]] = []
        for node in yaml.nodes(list, what: name) {
            let forms = yaml.nodes(node, what: "a list of \(name)").compactMap { yaml.string($0, what: name) }
            if forms.count < 2 { yaml.report("each list of \(name) needs \(parts)", at: node) }
            groups.append(forms)
        }
        return groups
    }

    /// Words by what they say that an element of a page holds; a word says one thing only.
    private static func regions(
        in mapping: inout StrictYAML.Mapping, with yaml: inout StrictYAML
    ) -> [Boilerplate: [String]] {
        guard let node = yaml.optional("regions", in: &mapping),
            var regions = yaml.mapping(node, what: "\"regions\"")
        else { return [:] }
        var seen: Set<String> = []
        var words: [Boilerplate: [String]] = [:]
        for reason in Boilerplate.allCases {
            let list = list(reason.rawValue, in: &regions, seen: &seen, with: &yaml)
            if !list.isEmpty { words[reason] = list }
        }
        yaml.finish(regions)
        return words
    }

    private static func list(
        _ key: String, in mapping: inout StrictYAML.Mapping, with yaml: inout StrictYAML
    ) -> [String] {
        var seen: Set<String> = []
        return list(key, in: &mapping, seen: &seen, with: &yaml)
    }

    /// The words of one key; one with white space could never be found, and one that was seen before is dead.
    private static func list(
        _ key: String, in mapping: inout StrictYAML.Mapping, seen: inout Set<String>, with yaml: inout StrictYAML
    ) -> [String] {
        guard let list = yaml.optional(key, in: &mapping) else { return [] }
        var words: [String] = []
        for node in yaml.nodes(list, what: key) {
            guard let word = yaml.string(node, what: key) else { continue }
            if word.contains(where: \.isWhitespace) {
                yaml.report("\"\(word)\" under \"\(key)\" must be one word, without white space", at: node)
            } else if !seen.insert(word.lowercased()).inserted {
                yaml.report("\"\(word)\" under \"\(key)\" is given twice", at: node)
            }
            words.append(word)
        }
        return words
    }
}
