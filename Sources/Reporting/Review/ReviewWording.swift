/// Words of the review on the page, as the script asks for them. `{0}` and `{1}` stand for what it fills in.
package enum ReviewWording {
    /// Single phrases by name.
    static let phrases: KeyValuePairs<String, String> = [
        "review": "Review", "progress": "Findings decided", "progressText": "{0} of {1} decided",
        "reviewer": "Reviewer", "anonymous": "unnamed", "exportFile": "Export decisions",
        "nameFirst": "Whose decisions are these?",
        "nameNote":
            "Without a name nobody can tell them from those of another reviewer. All of yours on this page get it.",
        "importFile": "Import decisions", "help": "Help", "search": "Search", "bands": "Bands", "band": "band",
        "rule": "Rule", "stance": "Stance", "statusLabel": "Status", "section": "Section", "all": "all",
        "shown": "{0} of {1} findings shown", "more": "List {0} more passages",
        "useKeys": "Single keys decide", "chosen": "Chosen finding", "actions": "Decide on the chosen finding",
        "rest": "More",
        "noneChosen": "No finding chosen", "previous": "Previous", "next": "Next", "accept": "Accept",
        "dismiss": "Dismiss", "changeBand": "Change band", "comment": "Comment", "missed": "Add missed",
        "undo": "Undo", "decided": "{1}: {0}", "commented": "comment kept", "undone": "Last decision undone",
        "nothingToUndo": "Nothing of yours to undo", "atEnd": "No finding after this one",
        "atStart": "No finding before this one", "words": "In your words", "reasonLegend": "Why? Choose one",
        "bandLegend": "Band", "ok": "Save", "cancel": "Cancel",
        "close": "Close", "selectFirst": "Select the words of the passage first",
        "additions": "Passages added in review",
        "orphans": "Decisions without a place",
        "orphansNote":
            "Their words are no longer in their document, stand in several places or among other words, or the document is not on this page. Nothing was guessed; decide again where it applies.",
        "precision": "Precision by rule, from these decisions", "precisionShare": "Precision",
        "precisionInterval": "95% interval", "precisionCounts": "Findings",
        "precisionOf": "{0} of {1} decided were right",
        "precisionNote":
            "How often the findings of a rule were right, as reviewers decided on this page. One that was dismissed because its wording is wanted was right; disputed ones count as neither.",
        "notStored":
            "This browser keeps nothing for this page: export the decisions before you close it.",
        "exported": "{0} decisions and comments exported",
        "imported": "{0} new entries; {1} findings disputed, {2} without a place",
        "importFailed": "{0} was not imported: {1}",
        "notDecisions": "it is no file of decisions that this page has exported",
        "wrongEvent": "event {0}: {1}", "mustBeText": "\"{0}\" must be a text",
        "mustBeOneOf": "\"{0}\" must be one of: {1}", "mustHavePath": "\"document\" must have a path",
        "mustHaveWords": "\"selector\" must have an exact text",
        "skipped": "{0} of the entries that this browser kept are malformed and were left out; the first: {1}.",
        "skippedAll": "What this browser kept for this page cannot be read and was left out.",
    ]

    /// States of a finding.
    static let statuses: KeyValuePairs<String, String> = [
        "open": "open", "accepted": "accepted", "dismissed": "dismissed", "disputed": "disputed",
    ]

    /// Why a finding is dismissed, by the code that is exported.
    package static let reasons: KeyValuePairs<String, String> = [
        "other-sense": "the words have another sense", "not-own-voice": "quoted, reported or criticised",
        "safeguarded": "a safeguard or counterweight stands elsewhere", "not-a-control": "it is no control",
        "agreed": "right, but the wording is wanted", "other": "another reason",
    ]

    /// The reason of a dismissal that finds no fault with the rule.
    package static let agreed = "agreed"

    /// What the keys do.
    static let keys: KeyValuePairs<String, String> = [
        "j": "next finding", "k": "previous finding", "a": "accept", "d": "dismiss with a reason",
        "b": "change the band",
        "c": "comment", "m": "add the selected words as a missed passage", "u": "undo your last decision",
        "/": "search in messages and passages", "?": "this help",
    ]

    /// What a reviewer should know.
    static let helpNotes = [
        "Decisions are kept in this browser. Export them to a file to pass them on, and import the files of others: a finding on which reviewers differ is shown as disputed.",
        "A decision is tied to its document, to the finding's fingerprint and to its words with what stands around them. When the document has changed and the place is no longer certain, the decision is listed without a place.",
    ]
}
