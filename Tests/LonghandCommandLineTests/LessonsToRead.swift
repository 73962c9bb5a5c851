import Foundation
import TestSupport
import Testing

extension Lessons {
  /// A lesson of 16 steps with one of everything that a reader comes to: step 9 is `E`.
  static let toRead = smallLesson.replacing(
    "One paragraph.\n", with: "One paragraph.\n\nAn arrow, a → b, and a wide 漢字 and e\u{301}.\n")

  /// A lesson with a training that takes longer than anybody waits: its step 4 of 5.
  static let long =
    lesson(
      "A long training",
      calc: "param w = 1\nE = (w - 3)^2\ntrain w to reduce E with sgd(rate: 1e-9) for 9000000 epochs",
      check: "") + "\n\nThe end.\n"
}

/// The course, as it lies in the package.
enum CourseFolder {
  /// The path of the folder with the lessons.
  static let lessons = PackageFolder("Lessons").path

  /// Where the transcript of a lesson is recorded.
  static func transcript(of lesson: String) -> URL { PackageFolder("Transcripts").file("\(lesson).txt") }

  /// The text of a lesson.
  static func text(of lesson: String) throws -> String {
    let folder = PackageFolder("Lessons")
    return try folder.names(ending: "-\(lesson).md").map(folder.text).joined()
  }

  /// The names of the lessons, in order.
  static func names() throws -> [String] {
    try PackageFolder("Lessons").names(ending: ".md")
      .map { String($0.dropLast(3).drop { $0 != "-" }.dropFirst()) }
  }

  /// The names of the lessons; in a debug build of every third one that does not train for long, from that of an index on, so
  /// that two sweeps take different ones.
  static func quickNames(from first: Int) throws -> [String] {
    #if DEBUG
      let slow = [
        "a-famous-slip", "until-values-converge", "adam", "initialisation", "transfer-learning",
        "early-stopping", "regularisation", "gan", "hidden-features",
      ]
      return try names().filter { !slow.contains($0) }.enumerated().filter { $0.offset % 3 == first }.map(
        \.element)
    #else
      try names()
    #endif
  }
}

extension String {
  /// The lines of a transcript before its answers: what there is to be read.
  var pageLines: [String] {
    let lines = split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    let answers = lines.firstIndex { $0 == "Answers" }
    var page = lines[..<(answers ?? lines.endIndex)]
    while page.last == "" { page.removeLast() }
    return page.map(String.init)
  }
}
