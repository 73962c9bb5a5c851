import LessonRuntime
import TestSupport
import Testing

@testable import Stepper

/// All that is said to who reads a lesson and types, on pages that are to be read from their top to their bottom.
@Suite struct LearnerMessagesTests {
  /// A lesson with numbers that a reader knows, some that come later, and some that are stale at its end.
  private static let lesson = """
    ---
    title: A lesson
    ---

    ```data d
    x, t
    1, 2
    2, 3
    ```

    ```calc
    input x = 2
    param w = 0.5, v = [1, 2, 3], W = [[1, 2], [3, 4]]
    const c = 3
    y = w*x + c
    E = (y - 1)^2
    def square(a) = a^2
    ```

    ```ask
    How large is ∂E/∂w, to 2 decimals?
    answer: ∂E/∂w
    digits: 2
    hint: y grows by x.
    mistake: 2*E/w -- that is no derivative
    ```

    ```ask
    Which weights pull down?
    - [x] w
    - [x] c
    - [ ] x -- it is given
    ```

    ```calc
    w <- 1
    later = 2*x
    ```

    """

  /// The pages: who reads stands at a question for a number, at one with choices, or where none waits.
  @Test(arguments: [("replies", "question 1"), ("choices", "question 2"), ("typed", "E")])
  func `what is said to who reads stands on a page`(page: String, place: String) throws {
    try MessagesPage("Golden/Messages/\(page).txt").expect { text in
      var reader = PlainReader(Reader(of: StepperTests.lesson(Self.lesson), style: Style(width: 200)))
      _ = reader.opening()
      _ = reader.enter("go to \(place)")
      var said: [String] = []
      for line in text.split(separator: "\n") { said = reader.enter(String(line)) }
      return said.drop { $0.isEmpty }.joined(separator: "\n")
    }
  }
}
