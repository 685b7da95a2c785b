import Lexicons
import Testing
import TextModel

@testable import Analysis

/// Where a fact was seen first is what a finding shows.
struct FactPlacesTests {
    @Test func keepsTheFirstPlaceOfEveryFact() {
        var places = FactPlaces()
        #expect(places[.vague] == nil)
        places.note(.vague, TextSpan(3, 5))
        places.note(.secrecy, TextSpan(7, 9))
        places.note(.vague, TextSpan(10, 12))
        #expect(places[.vague] == TextSpan(3, 5))
        #expect(places[.secrecy] == TextSpan(7, 9))
        #expect(places[.threat] == nil)
    }
}
