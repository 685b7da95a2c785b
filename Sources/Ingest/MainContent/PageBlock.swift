import TextModel

/// A block as its place in a page is told from it.
struct PageBlock {
    /// The element that it stands in.
    let element: Int
    /// Words in it.
    let words: Int
    /// Share of its text within links.
    let linkShare: Float
    /// Share of its text within buttons and labels.
    let controlShare: Float
    /// Share of its text that is signs of programs.
    let signShare: Float
    /// What it is.
    let kind: Block.Kind
    /// Level of a heading; 0 for others.
    let headingLevel: Int

    /// Whether its element says that it is the headline.
    let isNamedHeadline: Bool

    /// Whether it is a heading of the first level, or named so.
    var isTitle: Bool { headingLevel == 1 || headingLevel > 0 && isNamedHeadline }

    /// Whether it is prose of some length.
    func isProse(_ weights: PageWeights) -> Bool { words >= weights.proseWords && linkShare < weights.proseLinks }

    /// Whether it is a heading as headings are, not text set in large letters.
    func isHeadline(_ weights: PageWeights) -> Bool { headingLevel > 0 && words < weights.headlineWords }
}

/// The thresholds of ``MainContent``, set on real pages with hand-marked text.
struct PageWeights {
    /// A name is ignored on an element, or altogether, when it would take this share of the prose away.
    let largestRegion: Float = 0.3
    /// The share of the prose that a dialog may have, such as one that asks for consent.
    let largestOverlay: Float = 0.8
    /// Words of prose that must be left when the name of comments takes more.
    let leastText: Float = 100
    /// Cards that make a list of them.
    let fewestCards = 3
    /// Share of the words of a list that are in its cards.
    let cardShare: Float = 0.8
    /// Cards are pointers elsewhere where the rest of the page has this many times their words in prose.
    let cardRatio: Float = 2
    /// At most this share of the prose stands after them.
    let cardEnd: Float = 0.2
    /// Words of a card's title.
    let cardTitle = 3
    /// A line of a card has fewer words than this.
    let cardLine = 6
    /// A card has fewer words.
    let cardWords = 80
    /// `main` holds the text when it has this share of the prose.
    let mainShare: Float = 0.5
    /// Words that make a block prose.
    let proseWords = 15
    /// Link share that prose stays below.
    let proseLinks: Float = 0.4
    /// Link share above which a block is all link.
    let linkOnly: Float = 0.7
    /// Words of a short link.
    let shortLink = 8
    /// A list of links has this many blocks …
    let listBlocks = 3
    /// … this share of words within links …
    let listLinks: Float = 0.6
    /// … and fewer words a block than this.
    let listWords = 8
    /// Text that is all link stays when it is this many times the prose.
    let teaserRatio = 2
    /// Pages of a site that a block must repeat on.
    let fewestPages = 3
    /// Pages of a folder that are read to tell what repeats.
    let sampledPages = 8
    /// Words of a button.
    let controlWords = 6
    /// Share of signs that makes preformatted text a program.
    let codeSigns: Float = 0.045
    /// A heading has fewer words.
    let headlineWords = 15

    /// Words that a block of text needs to weigh anything.
    let worthyWords = 6
    /// Most that one block weighs.
    let greatestWorth = 60
    /// What each word of a short link costs.
    let linkCost: Float = 1.5
    /// A longer link counts for the text, at this share of its words.
    let longLinkWorth: Float = 0.6
    /// Words of a longer link.
    let longLink = 12
    /// What each word of a named region costs, up to ten.
    let regionCost: Float = 0.2
}
