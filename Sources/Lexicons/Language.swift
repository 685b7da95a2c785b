/// What the segmenter and the inflector must know of a language.
package struct Language: Sendable {
    /// BCP 47 tag.
    package var tag: String
    /// Abbreviations that end in a period without ending a sentence, lower-cased, without that period.
    package var abbreviations: Set<String>
    /// Words that begin a sentence often enough to end one after an abbreviation, lower-cased.
    package var starters: Set<String>
    /// Whether a single capital with a period is an initial.
    package var initials: Bool
    /// Signs that end a sentence.
    package var enders: Set<Unicode.Scalar>
    /// Quotes and brackets that may follow an ender.
    package var closers: Set<Unicode.Scalar>
    /// Words that cannot be the head of a noun phrase: articles, prepositions, conjunctions, auxiliaries, pronouns.
    package var functionWords: Set<String>
    /// Words that open a subordinate clause: relative pronouns and conjunctions.
    package var clauseOpeners: Set<String>
    /// Finite auxiliaries and modal verbs: after a coordinator they show a clause of its own.
    package var auxiliaries: Set<String>
    /// Words that join phrases or clauses of equal rank.
    package var coordinators: Set<String>
    /// Verb forms that can only be a past tense, which tell and do not command.
    package var pastTenses: Set<String>
    /// Pronouns by which authors speak of themselves.
    package var firstPersons: Set<String>
    /// Pronouns for others: "they".
    package var thirdPersons: Set<String>
    /// Words of authors who talk to their readers: "you", "don't". No statute has them.
    package var conversational: Set<String>
    /// Words that open an infinitive: "to".
    package var infinitiveMarkers: Set<String>
    /// Words for numbers.
    package var numerals: [String]
}
