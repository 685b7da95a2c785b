internal import Analysis
public import Lexicons
public import TextModel

/// The pipeline: a document in, a report out.
///
/// ```
/// bytes ─ Ingest ─► Document ─ Segment ─► sentences, tokens ─ Match ─► mentions
///   ─ Stance ─► mentions with axes ─ Relate ─► links ─ Balance ─► isolation grades
///   ─ Risk ─► findings, verdicts ─ Reporting ─► output
/// ```
///
/// An analyzer is immutable and may be shared between threads. Making one costs more than judging a
/// short document: keep it.
public struct Analyzer: Sendable {
    /// The words, rules and weights that it judges by.
    public let lexicon: Lexicon
    private let judge: Judge

    /// Prepares a lexicon.
    public init(_ lexicon: Lexicon) {
        self.lexicon = lexicon
        judge = Judge(lexicon)
    }

    /// Judges a document. Pure and synchronous; linear in the text for a given lexicon.
    ///
    /// What is in another language than the lexicon's is set aside; a note says how much.
    public func report(on document: Document) -> Report {
        judge.report(on: LanguageFilter(tag: lexicon.language.tag).filtered(document))
    }

    /// Whether a stretch of a document's text is affirmed by its sentence, or negated, restricted or made to yield.
    ///
    /// The sign is polarity × valence of the verb × subordination, by the scopes that decide about mentions; the words
    /// need not be in the lexicon. `nil` when no word stands there.
    public func affirms(_ span: TextSpan, in document: Document) -> Bool? { judge.affirms(span, in: document) }

    /// The clauses that the mentions of a document were judged in, in the order of its report. Reads the document once
    /// more: for explanations.
    public func scopes(in document: Document) -> [Scope] {
        judge.scopes(in: LanguageFilter(tag: lexicon.language.tag).filtered(document))
    }
}
