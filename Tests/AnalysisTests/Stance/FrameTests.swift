import Testing
import TextModel

@testable import Analysis

/// What a sentence does with a control depends on its frame and not on which control it is: every frame with every
/// measure.
struct FrameTests {
    /// A measure in the forms that a frame asks for.
    struct Measure: Sendable, CustomTestStringConvertible {
        let base: String
        let ing: String
        let noun: String
        var testDescription: String { base }
    }

    static let measures = [
        Measure(base: "block websites", ing: "blocking websites", noun: "blocking of websites"),
        Measure(base: "shut down the Internet", ing: "shutting down the Internet", noun: "shutdown of the Internet"),
        Measure(
            base: "suspend mobile services", ing: "suspending mobile services", noun: "suspension of mobile services"),
        Measure(base: "decrypt messages", ing: "decrypting messages", noun: "decryption of messages"),
        Measure(base: "monitor all messages", ing: "monitoring all messages", noun: "monitoring of all messages"),
    ]

    /// What people do, in the forms that a frame asks for.
    struct Conduct: Sendable, CustomTestStringConvertible {
        let base: String
        let ing: String
        let third: String
        var testDescription: String { base }
    }

    static let conducts = [
        Conduct(
            base: "use a virtual private network", ing: "using a virtual private network",
            third: "uses a virtual private network"),
        Conduct(base: "insult the President", ing: "insulting the President", third: "insults the President"),
        Conduct(
            base: "organise a demonstration", ing: "organising a demonstration", third: "organises a demonstration"),
        Conduct(base: "spread rumours", ing: "spreading rumours", third: "spreads rumours"),
        Conduct(
            base: "distribute extremist materials", ing: "distributing extremist materials",
            third: "distributes extremist materials"),
    ]

    @Test(arguments: measures)
    func powersAndDutiesAssertAMeasure(measure: Measure) throws {
        let (base, ing, noun) = (measure.base, measure.ing, measure.noun)
        try expect(
            .asserted,
            [
                "The Authority may \(base).", "The Authority is empowered to \(base).",
                "The Authority may, by order, \(base).", "Operators shall \(base).",
                "Operators are obliged to \(base).", "The Minister may order operators to \(base).",
                "The Minister may require that operators \(base).",
                "It shall be the duty of operators to \(base).", "The Authority has the right to \(base).",
                "Operators must \(base) at the request of the police.",
                "An operator that fails to \(base) shall be fined.",
                "The Authority shall not \(base) unless the Minister so directs.",
                "Nothing in this Act prevents the Authority from \(ing).",
                "Where public order so requires, the Authority may \(base).",
                "The Authority may: (a) \(base); and (b) publish its reasons.",
                "The police are authorised to \(base) without a warrant.",
                "\(noun.capitalisedFirst) may be ordered by the Authority.",
                "\(noun.capitalisedFirst) shall be carried out by operators.",
                "The Authority may order the \(noun).",
            ])
    }

    @Test(arguments: measures)
    func bansRuleAMeasureOut(measure: Measure) throws {
        let (base, ing, noun) = (measure.base, measure.ing, measure.noun)
        try expect(
            .prohibited,
            [
                "The Authority shall not \(base).", "No authority may \(base).", "It is prohibited to \(base).",
                "It shall be unlawful to \(base).", "The Authority has no power to \(base).",
                "The Authority is not entitled to \(base).", "Operators shall not be required to \(base).",
                "Nothing in this Act authorises the Authority to \(base).",
                "The Authority shall refrain from \(ing).", "Under no circumstances shall the Authority \(base).",
                "The Authority is prohibited from \(ing).", "Neither the Minister nor the Authority may \(base).",
                "The power to \(base) is abolished.", "\(noun.capitalisedFirst) is prohibited.",
                "\(noun.capitalisedFirst) shall be prohibited.", "\(noun.capitalisedFirst) is not permitted.",
                "There shall be no \(noun).", "The Authority shall not order the \(noun).",
                "Operators shall have no obligation to \(base).", "Any \(noun) is void.",
            ])
    }

    @Test(arguments: conducts)
    func bansAndPenaltiesAssertTheControlOfWhatPeopleDo(conduct: Conduct) throws {
        let (base, ing, third) = (conduct.base, conduct.ing, conduct.third)
        try expect(
            .asserted,
            [
                "No person shall \(base).", "It is prohibited to \(base).", "Whoever \(third) shall be punished.",
                "Any person who \(third) commits an offence.", "Users may not \(base).",
                "It shall be an offence to \(base).", "\(ing.capitalisedFirst) is prohibited.",
                "\(ing.capitalisedFirst) shall be prohibited.", "\(ing.capitalisedFirst) shall be punished by a fine.",
                "Users must refrain from \(ing).", "Nobody may \(base).", "Those who \(base) shall be fined.",
                "It shall not be lawful to \(base).", "Citizens are forbidden to \(base).",
                "If a person \(third), he shall be punished with imprisonment.",
            ])
    }

    @Test(arguments: conducts)
    func whoIsNotPunishedIsFree(conduct: Conduct) throws {
        for text in [
            "No one shall be punished for \(conduct.ing).", "Nobody shall be prosecuted for \(conduct.ing).",
            "\(conduct.ing.capitalisedFirst) is no longer an offence.",
            "\(conduct.ing.capitalisedFirst) ceases to be punishable.",
            "A person does not commit an offence by \(conduct.ing).", "It is not an offence to \(conduct.base).",
            "\(conduct.ing.capitalisedFirst) is not punishable.", "The offence of \(conduct.ing) is repealed.",
        ] {
            let drafting = try Drafting(text)
            #expect(drafting.verdict?.stance != .asserted, "\(text): \(drafting.summary)")
        }
    }

    @Test(arguments: measures.prefix(3))
    func provisionsAboutAMeasureAreNotTheMeasure(measure: Measure) throws {
        let noun = measure.noun
        for text in [
            "The Commission shall inquire into the \(noun).", "The fee for the \(noun) is set by regulation.",
            "The Minister may make rules on the procedure for the \(noun).",
            "Evidence obtained by the \(noun) is inadmissible.", "An appeal against the \(noun) lies to the court.",
            "Compensation is due to persons harmed by the \(noun).", "The owner shall be informed of the \(noun).",
        ] {
            let drafting = try Drafting(text)
            #expect(drafting.verdict?.band == Band.none, "\(text): \(drafting.summary)")
        }
    }

    @Test(arguments: measures)
    func whoIsExcusedIsNotMadeToTakeAMeasure(measure: Measure) throws {
        try expect(
            .prohibited,
            [
                "Operators are exempt from any duty to \(measure.base).",
                "Section 5, which empowered the Authority to \(measure.base), is repealed.",
                "A contract that obliges an operator to \(measure.base) is void.",
                "The Authority may in no circumstances \(measure.base).",
            ])
    }

    @Test(arguments: measures)
    func plansAssertWeighAndRenounceAMeasure(measure: Measure) throws {
        let (base, ing, noun) = (measure.base, measure.ing, measure.noun)
        try expect(
            .asserted,
            [
                "Legislation will require operators to \(base).", "By 2025 operators will \(base).",
                "A bill under which operators must \(base) will be tabled in spring.",
                "The Authority will be given the power to \(base).", "From next year operators must \(base).",
                "The Government has decided to \(base).", "The \(noun) will be extended to all regions.",
            ], as: .strategy)
        try expect(
            .option,
            [
                "Further work is needed on whether to \(base).", "The option of \(ing) will be examined.",
                "Views are invited on whether operators should \(base).", "One option would be to \(base).",
                "Should operators be required to \(base)?",
            ], as: .strategy)
        try expect(
            .prohibited,
            [
                "\(noun.capitalisedFirst) will be abolished.",
                "The duty to \(base) is to be repealed.", "The Authority will no longer \(base).",
                "We will not introduce a duty on operators to \(base).",
                "The Government has no plans to \(base).", "The temptation to \(base) must be resisted.",
                "Order will be kept without resorting to the \(noun).",
            ], as: .strategy)
        try expect(
            .critique,
            [
                "\(noun.capitalisedFirst) does more harm than good.",
                "It is a disgrace that the police may \(base).",
                "The government wants to \(base), and Parliament must stop it.",
                "The plan to \(base) will not make anyone safer.",
            ], as: .transcript)
    }

    @Test(arguments: measures)
    func whoTellsOrArguesTakesNoMeasure(measure: Measure) throws {
        let (base, ing, noun) = (measure.base, measure.ing, measure.noun)
        for text in [
            "The \(noun) will be discussed at the next session.", "Next year's conference will discuss the \(noun).",
            "The agency's power to \(base) has been contested.",
            "A leaked memo shows plans to \(base).",
            "The \(noun) should be a last resort.", "The \(noun) must be necessary and proportionate.",
            "Users should be told when operators \(base).", "The question is who may \(base).",
            "She called on States to refrain from \(ing).", "The envoy prepared a report on the \(noun).",
            "The number of orders to \(base) rose by a third.", "In an emergency, an operator may have to \(base).",
            "If the Authority may \(base), no source is safe.", "The \(noun) would cost the country millions.",
            "The power to \(base) was unlawful.", "The Committee heard that the police may \(base).",
        ] {
            let drafting = try Drafting(text, as: .other)
            let isTaken = drafting.report.mentions.contains { $0.family == .control && $0.stance == .asserted }
            #expect(!isTaken && drafting.verdict.map { $0.band < .moderate } ?? true, "\(text): \(drafting.summary)")
        }
    }

    @Test(arguments: conducts)
    func whoTellsOfAPenaltyThreatensNone(conduct: Conduct) throws {
        for text in [
            "Three men were fined for \(conduct.ing).", "It should not be an offence to \(conduct.base).",
            "The ban on \(conduct.ing) was lifted in May.",
            "Nobody can be sure that it is safe to \(conduct.base).",
        ] {
            let drafting = try Drafting(text, as: .other)
            let isTaken = drafting.report.mentions.contains { $0.family == .control && $0.stance == .asserted }
            #expect(!isTaken, "\(text): \(drafting.summary)")
        }
    }

    private func expect(
        _ stance: Stance, _ texts: [String], as kind: DocumentKind = .statute,
        _ location: SourceLocation = #_sourceLocation
    ) throws {
        for text in texts {
            let drafting = try Drafting(text, as: kind)
            #expect(drafting.verdict?.stance == stance, "\(text): \(drafting.summary)", sourceLocation: location)
        }
    }
}

extension String {
    fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
