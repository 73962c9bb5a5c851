// swift-tools-version: 6.2

import PackageDescription

/// One strict list for every target: Swift 6 mode comes from the tools version, warnings stop the build.
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A library target under `Sources/`, named after its folder.
func library(_ name: String, _ dependencies: [String] = [], resources: [Resource]? = nil) -> Target {
  .target(
    name: name, dependencies: dependencies.map { .byName(name: $0) }, resources: resources,
    swiftSettings: strict)
}

/// The test target of `name`, under `Tests/`.
func tests(_ name: String, _ dependencies: [String] = [], exclude: [String] = []) -> Target {
  .testTarget(
    name: name + "Tests",
    dependencies: ([name, "TestSupport"] + dependencies).map { .byName(name: $0) },
    exclude: exclude,
    swiftSettings: strict)
}

let package = Package(
  name: "longhand",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "longhand", targets: ["longhand"]),
    .library(name: "Autograd", targets: ["Autograd"]),
  ],
  targets: [
    // Leaves: each knows nothing of the others; two of them compute with the elementary functions.
    library("PlainText"),
    library("DecimalArithmetic"),
    library("Prose"),
    library("ElementaryFunctions"),
    library("Autograd", ["ElementaryFunctions"]),
    library("Algebra", ["ElementaryFunctions"]),

    // The road from a lesson to its transcript.
    library("Diagnostics", ["PlainText"]),
    library("PrintedNumbers", ["Algebra", "DecimalArithmetic"]),
    library("Transcript", ["Algebra", "Prose"]),
    library("LessonDocument", ["Diagnostics", "Prose"]),
    library("LessonLanguage", ["Diagnostics"]),
    library(
      "LessonProgram",
      ["Algebra", "Diagnostics", "LessonDocument", "LessonLanguage", "PrintedNumbers", "Prose"]),
    library("Engine", ["Algebra", "Autograd", "Diagnostics", "LessonProgram", "PrintedNumbers"]),
    library(
      "Exposition",
      [
        "Algebra", "Autograd", "DecimalArithmetic", "Diagnostics", "Engine", "LessonLanguage",
        "LessonProgram",
        "PrintedNumbers", "Prose", "Transcript",
      ]),
    library(
      "LessonRuntime",
      [
        "Algebra", "Autograd", "Diagnostics", "Engine", "Exposition", "LessonDocument", "LessonLanguage",
        "LessonProgram", "PlainText", "PrintedNumbers", "Prose", "Transcript",
      ],
      // `longhand help format` prints it, wherever the program is.
      resources: [.embedInCode("LessonRuntime.docc/Lesson-Format.md")]),
    library(
      "Tutor",
      [
        "Algebra", "Diagnostics", "Engine", "Exposition", "LessonDocument", "LessonLanguage", "LessonProgram",
        "LessonRuntime", "PlainText", "PrintedNumbers", "Prose", "Transcript",
      ]),
    library(
      "PythonTranslation",
      [
        "Algebra", "Engine", "LessonDocument", "LessonLanguage", "LessonProgram", "LessonRuntime",
        "PrintedNumbers", "Transcript",
      ],
      // What every notebook begins with, wherever the program is.
      resources: [.embedInCode("Preamble.py")]),
    library(
      "Rendering", ["Algebra", "PlainText", "Prose", "Transcript"],
      // The script of a web page and its style, inlined in every page.
      resources: [
        "decimals.js", "judge.js", "replay.js", "page.js", "stepping.js", "questions.js", "why.js",
        "what-if.js",
        "start.js", "reading.css",
      ].map { .embedInCode("HTML/Script/" + $0) }
        + ["progress.js", "index.js", "site.css"].map { .embedInCode("HTML/Site/" + $0) }
        + [.embedInCode("HTML/page.css")]),
    library("CommaSeparated", ["Diagnostics"]),
    library("Claims", ["CommaSeparated", "Diagnostics", "LessonDocument", "LessonLanguage", "Transcript"]),
    library(
      "LessonStyle",
      [
        "Algebra", "CommaSeparated", "Diagnostics", "LessonDocument", "LessonLanguage", "PlainText",
        "PrintedNumbers", "Prose", "Rendering", "Transcript",
      ]),

    // The program.
    library("Terminal", ["PlainText"]),
    library(
      "Stepper",
      [
        "Algebra", "Diagnostics", "LessonRuntime", "PlainText", "Prose", "Rendering", "Terminal",
        "Transcript", "Tutor",
      ]),
    library(
      "Player",
      [
        "Algebra", "Diagnostics", "LessonRuntime", "PlainText", "Rendering", "Stepper", "Terminal",
        "Transcript",
      ]),
    library(
      "LonghandCommandLine",
      [
        "Algebra", "Claims", "CommaSeparated", "Diagnostics", "LessonDocument", "LessonProgram",
        "LessonRuntime", "LessonStyle",
        "PlainText", "Player", "Prose", "PythonTranslation", "Rendering", "Stepper", "Terminal", "Transcript",
        "Tutor",
      ]),
    .executableTarget(
      name: "longhand", dependencies: ["LonghandCommandLine"], swiftSettings: strict),

    // Measures; nothing depends on it.
    .executableTarget(name: "Benchmarks", dependencies: ["Autograd"], swiftSettings: strict),

    // Tests mirror the sources.
    .target(
      name: "TestSupport", dependencies: ["PlainText"], path: "Tests/TestSupport", swiftSettings: strict),
    // What tests share that run whole lessons. It is no part of TestSupport: the tests of the leaves would hang on the whole
    // road, and TranscriptTests on what it reads with other eyes.
    .target(
      name: "LessonTestSupport",
      dependencies: [
        "Algebra", "Diagnostics", "LessonDocument", "LessonRuntime", "Rendering", "Transcript", "Tutor",
        "TestSupport",
      ],
      path: "Tests/LessonTestSupport", swiftSettings: strict),
    tests("PlainText"),
    tests("DecimalArithmetic"),
    tests("Prose"),
    tests("ElementaryFunctions"),
    tests("Autograd", ["ElementaryFunctions"]),
    tests("Algebra", ["LessonLanguage", "Diagnostics"]),
    tests("Diagnostics"),
    tests("LessonDocument", ["Diagnostics", "Prose"]),
    tests("LessonLanguage", ["Diagnostics"]),
    tests(
      "PrintedNumbers",
      ["Algebra", "DecimalArithmetic", "LessonRuntime", "LessonTestSupport", "Transcript"]),
    tests(
      "LessonProgram",
      [
        "Algebra", "Diagnostics", "Engine", "Exposition", "LessonRuntime", "LessonTestSupport",
        "PrintedNumbers", "Transcript",
      ]),
    tests(
      "Engine",
      [
        "Algebra", "Diagnostics", "Exposition", "LessonProgram", "LessonRuntime", "LessonTestSupport",
        "PrintedNumbers", "Transcript",
      ]),
    tests(
      "Exposition",
      [
        "Algebra", "Engine", "LessonProgram", "LessonRuntime", "LessonTestSupport", "PrintedNumbers",
        "Rendering", "Transcript",
      ]),
    tests(
      "LessonRuntime",
      [
        "Algebra", "Diagnostics", "Engine", "Exposition", "LessonDocument", "LessonLanguage", "LessonProgram",
        "LessonTestSupport", "PrintedNumbers", "Prose", "Rendering", "Transcript", "Tutor",
      ],
      exclude: ["Entries.csv", "Golden", "Lessons", "PyTorch"]),
    tests(
      "Tutor",
      [
        "Algebra", "Diagnostics", "Engine", "Exposition", "LessonDocument", "LessonProgram", "LessonRuntime",
        "LessonTestSupport", "Transcript",
      ]),
    tests(
      "PythonTranslation",
      ["Algebra", "Diagnostics", "LessonDocument", "LessonRuntime", "LessonTestSupport"]),
    tests("Rendering", ["Algebra", "Prose", "Transcript"]),
    tests(
      "Claims",
      ["Diagnostics", "LessonDocument", "LessonRuntime", "LessonTestSupport", "Transcript"],
      exclude: ["Golden"]),
    tests(
      "LessonStyle",
      ["Diagnostics", "LessonDocument", "LessonRuntime", "LessonTestSupport", "Transcript"],
      exclude: ["Golden"]),
    tests("Terminal", ["PlainText"]),
    tests(
      "Stepper",
      [
        "Diagnostics", "LessonDocument", "LessonRuntime", "PlainText", "Rendering", "Terminal", "Transcript",
        "Tutor",
      ],
      exclude: ["Golden"]),
    tests(
      "Player",
      [
        "Algebra", "Diagnostics", "Engine", "LessonDocument", "LessonProgram", "LessonRuntime", "PlainText",
        "Rendering",
        "Stepper", "Terminal", "Transcript",
      ],
      exclude: ["Golden"]),
    tests("LonghandCommandLine", ["LessonDocument", "LessonRuntime", "Stepper"], exclude: ["Golden"]),
    // Reads the recorded transcripts without sharing any code with what wrote them.
    .testTarget(
      name: "TranscriptTests", dependencies: ["TestSupport"], exclude: ["Tallies.txt", "FixtureTally.txt"],
      swiftSettings: strict),
  ])
