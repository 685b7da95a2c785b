/// Forms of English words: regular inflection by rule, the rest from the language file.
///
/// Over-generation is harmless (a form that does not exist matches nothing), so noun and verb endings
/// are both made, and British and American spellings are paired.
struct Inflector {
    /// Base form → irregular inflections, which replace the regular ones.
    let irregular: [String: [String]]

    /// All inflections of a base form, itself included.
    func forms(of base: String) -> Set<String> {
        let inflected = irregular[base].map { [base] + $0 } ?? Self.regularForms(of: base)
        return inflected.reduce(into: []) { $0.formUnion(spellings(of: $1)) }
    }

    /// A form in both its British and its American spelling.
    func spellings(of form: String) -> Set<String> {
        var forms: Set<String> = [form]
        guard form.utf8.count >= 6 else { return forms }
        for (british, american) in [("isation", "ization"), ("ising", "izing"), ("ised", "ized"), ("ises", "izes"), ("ise", "ize")] {
            for (ending, other) in [(british, american), (american, british)] {
                for plural in ["", "s"] where form.hasSuffix(ending + plural) {
                    forms.insert(form.dropLast(ending.count + plural.count) + other + plural)
                }
            }
        }
        for ending in ["ence", "ense", "ences", "enses", "enced", "ensed"] where form.hasSuffix(ending) {
            let middle = ending.dropFirst(2).first == "c" ? "s" : "c"
            forms.insert(form.dropLast(ending.count) + "en" + String(middle) + ending.dropFirst(3))
        }
        for (ending, other) in [("our", "or"), ("ours", "ors"), ("oured", "ored"), ("ouring", "oring"), ("tre", "ter"), ("tres", "ters")]
        where form.hasSuffix(ending) {
            forms.insert(form.dropLast(ending.count) + other)
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
        let shortClosed = letters.count > 2 && oneVowel && vowels.contains(before) && !"wxy".contains(last) && letters.count <= 5
        if shortClosed || (last == "l" && vowels.contains(before)) {
            let doubled = base + String(last)
            forms += [doubled + "ed", doubled + "ing"]
        }
        return forms
    }
}
