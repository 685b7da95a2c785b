// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
]

let package = Package(
    name: "Counterweight",
    products: [
        // Whoever judges texts reads them first, by a lexicon.
        .library(name: "Counterweight", targets: ["Counterweight", "Ingest", "Lexicons", "TextModel"]),
        .executable(name: "counterweight", targets: ["counterweight-cli"]),
        .executable(name: "counterweight-observatory", targets: ["counterweight-observatory"]),
        .executable(name: "counterweight-bench", targets: ["counterweight-bench"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
    ],
    targets: [
        .systemLibrary(
            name: "CLibxml2",
            pkgConfig: "libxml-2.0",
            providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]
        ),
        .systemLibrary(name: "CFormatLibraries"),
        .target(name: "TextModel", swiftSettings: strict),
        .target(name: "CCLD2", linkerSettings: [.linkedLibrary("cld2")]),
        .target(
            name: "Ingest", dependencies: ["TextModel", "CLibxml2", "CFormatLibraries", "CCLD2"], swiftSettings: strict),
        .target(
            name: "Lexicons",
            dependencies: ["TextModel", "Yams"],
            resources: [.copy("../../Lexicons")],
            // A list that lies in a mapped file lends a span of it.
            swiftSettings: strict + [.enableExperimentalFeature("Lifetimes")]
        ),
        .target(name: "Analysis", dependencies: ["TextModel", "Lexicons"], swiftSettings: strict),
        .target(
            name: "Counterweight",
            dependencies: ["TextModel", "Lexicons", "Analysis"],
            swiftSettings: strict
        ),
        .target(name: "Desk", dependencies: ["TextModel", "Lexicons", "Yams"], swiftSettings: strict),
        .target(
            name: "LanguageServer",
            dependencies: ["Counterweight", "Desk", "Lexicons", "Reporting", "TextModel"],
            swiftSettings: strict
        ),
        .target(
            name: "Reporting",
            dependencies: ["TextModel"],
            resources: [.embedInCode("Review/review.js")],
            swiftSettings: strict
        ),
        .target(name: "Review", dependencies: ["Reporting", "TextModel"], swiftSettings: strict),
        .target(
            name: "Observatory",
            // DefinitionFinder asks Analysis for the terms that a document defines.
            dependencies: [
                "Analysis", "Counterweight", "Ingest", "Lexicons", "Reporting", "Review", "TextModel",
                .product(name: "GRDB", package: "GRDB.swift"), .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: strict
        ),
        // A target of its own, so that the program for daily use is built without a server.
        .target(
            name: "ObservatoryServer",
            dependencies: [
                "Observatory", "Reporting", "Review", "TextModel", .product(name: "FlyingFox", package: "FlyingFox"),
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: strict
        ),
        .executableTarget(
            name: "counterweight-observatory",
            dependencies: [
                "Observatory", "ObservatoryServer", .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict
        ),
        .executableTarget(
            name: "counterweight-cli",
            // Analysis is not imported here, but an Analyzer holds its values: without it in the list, a change of
            // their layout would leave this target as it was built before, and the program would crash.
            dependencies: [
                "Analysis", "Counterweight", "Desk", "Ingest", "LanguageServer", "Lexicons", "Observatory", "Reporting",
                "Review", "TextModel",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict
        ),
        .executableTarget(
            name: "counterweight-bench",
            dependencies: ["Analysis", "Counterweight", "Ingest", "Lexicons", "TextModel"],
            swiftSettings: strict
        ),
        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
        .testTarget(name: "TextModelTests", dependencies: ["TestSupport", "TextModel"]),
        .testTarget(name: "IngestTests", dependencies: ["Ingest", "Lexicons", "TestSupport"], exclude: ["Dialects"]),
        .testTarget(name: "LexiconsTests", dependencies: ["Lexicons", "TestSupport"]),
        .testTarget(name: "AnalysisTests", dependencies: ["Analysis", "Lexicons", "TestSupport"]),
        .testTarget(name: "CounterweightTests", dependencies: ["Analysis", "Counterweight", "Ingest", "Lexicons"]),
        .testTarget(name: "DeskTests", dependencies: ["Desk", "Lexicons", "TestSupport", "TextModel"]),
        .testTarget(
            name: "LanguageServerTests",
            dependencies: ["Counterweight", "Ingest", "LanguageServer", "Lexicons", "TestSupport", "TextModel"]),
        .testTarget(name: "ReportingTests", dependencies: ["Reporting", "TextModel"], exclude: ["Golden"]),
        .testTarget(name: "ReviewTests", dependencies: ["Review", "TextModel"], exclude: ["Cases"]),
        .testTarget(
            name: "ObservatoryTests",
            dependencies: ["Observatory", "Review", "TextModel", .product(name: "GRDB", package: "GRDB.swift")]),
        .testTarget(
            name: "ObservatoryServerTests",
            dependencies: [
                "Observatory", "ObservatoryServer", "counterweight-observatory",
                .product(name: "FlyingFox", package: "FlyingFox"), .product(name: "GRDB", package: "GRDB.swift"),
            ]),
        .testTarget(
            name: "CommandLineTests", dependencies: ["counterweight-cli", "TestSupport"], exclude: ["Fixtures"]),
    ],
    swiftLanguageModes: [.v6]
)

// Fuzzing needs a program without a main function of its own, so its target exists for `make fuzz` alone.
if Context.environment["COUNTERWEIGHT_FUZZ"] != nil {
    package.targets.append(
        .executableTarget(
            name: "counterweight-fuzz", dependencies: ["Ingest", "TextModel"],
            swiftSettings: strict))
}
