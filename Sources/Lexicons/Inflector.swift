/// Forms of English words: regular inflection by rule, the rest from the language file.
///
/// Over-generation is harmless (a form that does not exist matches nothing), so noun and verb endings
/// are both made.
struct Inflector {
    /// Base form → irregular inflections, which replace the regular ones.
    let irregular: [String: [String]]
    /// Ending → endings with which the same word is also spelled.
    var spellings: [String: [String]] = [:]

    /// All inflections of a base form, itself included.
    func forms(of base: String) -> Set<String> {
        let inflected = irregular[base].map { [base] + $0 } ?? Self.regularForms(of: base)
        return inflected.reduce(into: []) { $0.formUnion(spellings(of: $1)) }
    }

    /// A form in all its spellings. Short words are left alone: few of them are spelled in two ways.
    func spellings(of form: String) -> Set<String> {
        var forms: Set<String> = [form]
        guard form.utf8.count >= 6 else { return forms }
        for (ending, others) in spellings where form.hasSuffix(ending) {
            for other in others { forms.insert(form.dropLast(ending.count) + other) }
        }
        return forms
    }

    private static func regularForms(of base: String) -> [String] {
        let vowels = "aeiou"
        let letters = Array(base)
        guard letters.count > 1, let last = letters.last else { return [base] }
        let before = letters[letters.count - 2]
        if last == "e" {
            let stem = base.dropLast()
            let ing = before == "e" ? base + "ing" : stem + "ing"
            return [base, base + "s", base + "d", ing]
        }
        if last == "y", !vowels.contains(before) {
            let stem = base.dropLast()
            return [base, stem + "ies", stem + "ied", base + "ing"]
        }
        let sibilant = "sxz".contains(last) || base.hasSuffix("ch") || base.hasSuffix("sh")
        var forms = [base, base + (sibilant ? "es" : "s"), base + "ed", base + "ing"]
        let oneVowel = letters.count { vowels.contains($0) } == 1
        let shortClosed =
            letters.count > 2 && oneVowel && vowels.contains(before) && !"wxy".contains(last) && letters.count <= 5
        if shortClosed || (last == "l" && vowels.contains(before)) {
            let doubled = base + String(last)
            forms += [doubled + "ed", doubled + "ing"]
        }
        return forms
    }
}
