import Diagnostics
import Foundation
import LessonTestSupport
import TestSupport
import Testing

@testable import LessonProgram
@testable import LessonRuntime

/// All that is said to who writes a lesson, on pages that are to be read from their top to their bottom with one question:
/// does this lead to the right form at once?
@Suite struct MessagesPageTests {
  /// The pages, each with what stands around its texts.
  enum Page: String, CaseIterable {
    case habits, indices, functions, file, cells, syntax, families, meaning, training, values, variants,
      warnings

    /// The lesson with a text of the page.
    func lesson(_ text: String) -> LessonFixture {
      switch self {
      case .file: LessonFixture(text: text)
      case .cells, .variants, .warnings: LessonFixture(text: RowsLesson.given + "\n" + text + "\n")
      case .syntax, .families: LessonFixture(text)
      case .habits: LessonFixture(Page.namesOfHabits + text)
      case .indices: LessonFixture(Page.namesOfIndices + text)
      case .functions: LessonFixture(Page.namesOfFunctions + text)
      case .meaning, .training, .values: LessonFixture(text: RowsLesson.given + "```calc\n\(text)\n```\n")
      }
    }

    /// What stands above each function of another language: the names that the proposed forms have.
    private static let namesOfFunctions = """
      input x = 0.5, a = 0.25, b = 2, n = 4, k = 2, p = 0.5, z = [1, 2, 4], y = [1, 2, 3], t = [1, 0, 0]
      param w = 3, W = [[1, 2, 3], [4, 5, 6]]
      E = (w*x - 1)^2

      """

    /// What stands above each text with indices: families that count from 0, 1 and 2, and matrices.
    private static let namesOfIndices = """
      input x = 2, a = 1, b = 2, t = 2
      input h[0...3] = [1, 2, 4, 8], u = [1, 2, 3], v = [1, 2, 4], c[2...4] = [5, 6, 7]
      const n = 3
      param w = 3, w1 = 1, w2 = 2, W = [[1, 2, 3], [4, 5, 6]], Z[0...1, 0...2] = [[1, 2, 3], [4, 5, 6]]
      param S = [[1, 2], [3, 4]], V = [[1, 0], [1, 1]]
      y = w*x
      L = (y - a)^2
      M = sum(S*V)
      data d = xor(4)

      """

    /// What stands above each habit.
    private static let namesOfHabits = """
      input x = 2, t = 1, a = 1, b = 2, u = [1, 2, 3], v = [1, 2, 3]
      param w = 3, W = [[1, 2], [3, 4]]
      y = w*x
      L = (y - t)^2

      """
  }

  /// The lessons of all pages, each of which is run once.
  private static let lessons = Lessons()

  private final class Lessons: @unchecked Sendable {
    private let lock = NSLock()
    private var known: [Page: [String: LessonFixture]] = [:]

    func lesson(_ text: String, of page: Page) -> LessonFixture {
      lock.withLock {
        let lesson = known[page]?[text] ?? page.lesson(text)
        known[page, default: [:]][text] = lesson
        return lesson
      }
    }
  }

  @Test(arguments: Page.allCases) func `what is said stands on a page`(page: Page) throws {
    try MessagesPage("Golden/Messages/\(page.rawValue).txt").expect { text in
      let lesson = Self.lessons.lesson(text, of: page)
      let said = lesson.errors.isEmpty ? lesson.warnings : lesson.errors
      return said.isEmpty ? "accepted" : said.replacing("lesson.md:", with: "")
    }
  }

  @Test(arguments: Page.allCases) func `a text has no fault any more once its fix is made`(page: Page) throws
  {
    for text in try MessagesPage("Golden/Messages/\(page.rawValue).txt").texts {
      let lesson = Self.lessons.lesson(text, of: page)
      for fault in lesson.run.diagnostics {
        guard let fix = fault.fix else { continue }
        let fixed = LessonFixture(text: fix.text(of: lesson.file))
        let place = fault.range?.lowerBound
        let remaining = fixed.run.diagnostics.filter {
          $0.message == fault.message && $0.range?.lowerBound == place
        }
        #expect(remaining.isEmpty, "\(text): \(fault.message)")
      }
    }
  }
}
