/// Names of the files of a site: letters and digits alone, each once.
struct SiteNames {
    private var taken: Set<String> = []

    /// A name for a subject, such as "country-arvonia.html".
    mutating func file(_ kind: String, _ subject: String) -> String {
        var slug = ""
        for character in subject.lowercased() {
            if character.isASCII, character.isLetter || character.isNumber {
                slug.append(character)
            } else if !slug.isEmpty, slug.last != "-" {
                slug.append("-")
            }
        }
        let base = "\(kind)-\(slug.prefix(60))"
        var name = base
        var number = 2
        while !taken.insert(name).inserted {
            name = "\(base)-\(number)"
            number += 1
        }
        return "\(name).html"
    }
}
