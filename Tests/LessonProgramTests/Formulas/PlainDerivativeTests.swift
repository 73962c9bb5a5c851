import LessonTestSupport
import Testing

@testable import LessonProgram
@testable import LessonRuntime

/// `dE/dw`: derivatives where `∂` cannot be typed.
@Suite struct PlainDerivativeTests {
  /// Both ways of writing the same, each in every place of the language.
  static let pairs: [(plain: String, signed: String)] = [
    ("dE/dw", "∂E/∂w"), ("dE/dw^2", "∂E/∂w^2"), ("2*dE/dw", "2*∂E/∂w"), ("dE/dw*2", "∂E/∂w*2"),
    ("1/dE/dw", "1/∂E/∂w"), ("-dE/dw", "-∂E/∂w"), ("w - 0.5*dE/dw/2", "w - 0.5*∂E/∂w/2"),
    ("2^dE/dw", "2^∂E/∂w"), ("2^-dE/dw", "2^-∂E/∂w"), ("dE/dw/dE/dv[1]", "∂E/∂w/∂E/∂v[1]"),
    ("dh[2]/dv[2]", "∂h[2]/∂v[2]"), ("d(sigmoid(w))/dw", "∂(sigmoid(w))/∂w"), ("abs(dE/dw)", "abs(∂E/∂w)"),
    ("dE/dw + dE/dx", "∂E/∂w + ∂E/∂x"), ("sum(dE/dv[i] for i in 1...2)", "sum(∂E/∂v[i] for i in 1...2)"),
  ]

  private static let names = """
    input x = 2
    param w = 0.5, v = [1, 2]
    h[i] = tanh(v[i]*w) for i in 1...2
    E = (x*w - h[1] - h[2])^2

    """

  @Test(arguments: pairs) func itIsTheSameDerivative(plain: String, signed: String) {
    for place in ["explain %", "q = %", "w <- %", "table %", "const c = %"] {
      let lines = { (text: String) in
        LessonFixture(Self.names, place.replacing("%", with: text)).lastWorking()
      }
      #expect(lines(plain) == lines(signed), "\(place)")
      #expect(!lines(plain).contains("error"), "\(lines(plain))")
    }
  }

  @Test func itStandsInChecksQuestionsAndRunningText() {
    let text = """
      ---
      title: T
      ---

      ```calc
      param w = 3
      E = w^2
      ```

      The slope is `= dE/dw`.

      ```check
      dE/dw = 6
      ```

      ```ask
      How large is it?
      answer: dE/dw
      mistake: dE/dw/2 -- halved
      ```
      """
    let fixture = LessonFixture(text: text)
    #expect(fixture.errors.isEmpty, "\(fixture.errors)")
    let working = fixture.working()
    #expect(working.contains("✓ ∂E/∂w = 6") && working.contains("∂E/∂w/2 = 3"), "\(working)")
  }

  @Test func itIsAQuotientWhereThatIsAName() {
    let lines = LessonFixture("param w = 2\nE = w^2\nconst dE = 8, dw = 4\nq = dE/dw\nr = 2*dE/dw^2")
      .working()
    #expect(lines.contains("q = dE/dw = 8/4 = 2"), "\(lines)")
    #expect(lines.contains("r = 2·dE/dw²"), "\(lines)")
    let parameters = LessonFixture("param w = 2\nE = w^2\ndef f(dE, dw) = dE/dw\nq = f(6, 3)").working()
    #expect(parameters.contains("= 2"), "\(parameters)")
  }

  static let errors: [(line: String, message: String)] = [
    ("q = dE/dz", "`z` is not defined above"), ("q = (dE)/dw", "`dE` is not defined above"),
    ("q = dE/(dw)", "`dE` is not defined above"), ("q = dF/dw", "`F` is not defined above"),
    ("q = dE/w", "`dE` is not defined above"),
  ]

  @Test(arguments: errors) func whatItIsNotSaysWhy(line: String, message: String) {
    let errors = LessonFixture("param w = 2\nE = w^2\n" + line).errors
    #expect(errors.contains(message), "\(errors)")
  }
}
