import Foundation
import LessonTestSupport
import Rendering
import TestSupport
import Testing
import Transcript

@testable import Engine
@testable import Exposition
@testable import LessonProgram
@testable import LessonRuntime
@testable import Tutor

/// Networks of hundreds of named values.
@Suite struct LargeNetworkTests {
  /// A network of two inputs and `width` hidden values, all different.
  private func network(width: Int) -> String {
    """
    input x = [0.5, -0.25]
    input s[i] = i for i in 1...\(width)
    param W[1...\(width), 1...2] = 0.1
    param v[1...\(width)] = 0.2
    z[i] = sum(W[i,j]*x[j] for j in 1...2) + 0.01*s[i] for i in 1...\(width)
    h[i] = tanh(z[i]) for i in 1...\(width)
    y = dot(v, h)
    L = (y - 1)^2
    """
  }

  /// The lines that a statement prints about a network.
  private func printed(by statement: String, width: Int) -> [Substring] {
    let fixture = LessonFixture(network(width: width), statement)
    #expect(fixture.errors.isEmpty)
    #expect(PrintedTruth(of: fixture.run.transcript).lies.isEmpty)
    return fixture.lastWorking().split(separator: "\n")
  }

  @Test(arguments: ["backward L", "explain L", "explain ∂L/∂x[1]", "explain ∂L/∂W[7,2]", "explain h[9]"])
  func `a wide layer takes no more room than one of fifty`(statement: String) {
    let lines = [50, 120].map { printed(by: statement, width: $0) }
    // The numbers are longer, and what is left out is said.
    #expect(lines[1].count <= lines[0].count + lines[0].count / 5 + 10)
    #expect(lines[1].count < 130)
  }

  @Test func `of formulas that are alike the first is shown in full, and the others as results`() {
    let lines = printed(by: "backward L", width: 200)
    #expect(lines.contains("∂L/∂h[200] = ∂L/∂y·v[200] = 52.14035·0.2 = 10.42807"))
    #expect(lines.contains { $0.hasPrefix("∂L/∂h[199] = 10.42807   ∂L/∂h[198] = 10.42807") })
    #expect(lines.contains { $0.hasSuffix("same formula; any of them: explain ∂L/∂h[199]") })
    #expect(lines.contains("… 175 more like these; any of them: explain ∂L/∂h[175]"))
    #expect(!lines.contains { $0.contains("∂L/∂h[175] = ") })
  }

  @Test func `the elements of a family that is asked for are shown in full, up to a hundred`() {
    let some = printed(by: "explain h", width: 100)
    #expect(some.contains { $0.hasPrefix("h[100] = tanh(z[100])") })
    #expect(!some.contains { $0.hasPrefix("z[2] = W") })
    let many = printed(by: "explain h", width: 200)
    #expect(many.contains { $0.hasPrefix("h[100] = tanh(z[100])") })
    #expect(!many.contains { $0.hasPrefix("h[102] = tanh") })
    #expect(many.contains("… 75 more like these; any of them: explain h[126]"))
  }

  @Test func `a small network is shown in full`() {
    for statement in ["backward L", "explain L", "explain ∂L/∂x[1]"] {
      let lines = printed(by: statement, width: 6)
      #expect(!lines.contains { $0.contains("explain") })
      #expect(!lines.contains { $0.contains("…") })
    }
  }

  @Test func `numbered names are alike as the elements of a family are`() {
    let chain = (2...300).map { "v\($0) = 0.5*v\($0 - 1) + 1" }.joined(separator: "\n")
    let cell = "param w = 1\nv1 = tanh(w)\n\(chain)"
    for statement in ["explain v300", "explain ∂v300/∂w", "backward v300"] {
      let lines = LessonFixture(cell, statement).lastWorking().split(separator: "\n")
      #expect((10...30).contains(lines.count), "\(statement)")
      #expect(lines.contains { $0.contains("more like these; any of them: explain ") })
    }
  }

  @Test func `as many shapes of one kind are shown in full as can be read`() {
    // The n-th value is a sum of n + 1 terms.
    let sums = (1...60).map { n in
      "a[\(n)] = " + (0...min(n, 11)).map { "x[\($0 + 1)]" }.joined(separator: " + ")
    }
    let cell = "param x[1...12] = 1\n\(sums.joined(separator: "\n"))\ny = sum(a)"
    let lines = LessonFixture(cell, "explain y").lastWorking().split(separator: "\n")
    #expect(lines.contains { $0.hasSuffix("other formulas: explain a") })
    #expect(lines.filter { $0.hasPrefix("a[") && $0.contains("x[1]") }.count == 4)
    #expect(LessonFixture(cell, "explain a").working().contains("a[60] = x[1] + x[2]"))
  }

  // MARK: - How to see what is left out

  private static let folder = PackageFolder("Tests/LessonRuntimeTests/Lessons")

  @Test(arguments: ["101-wide-network", "102-long-recurrence", "103-many-paths"])
  func `what is said to show more does so`(name: String) throws {
    let text = try Self.folder.text(of: "\(name).md")
    let commands = Set(
      LessonFixture(text: text).working(width: 400)
        .matches(of: /explain ((?:\([^)]*\)|\[[^\]]*\]|[^ ,;\n(\[])+)/).map { String($0.output.0) }
    ).sorted()
    #expect(commands.count > 10)
    let cells = commands.map { "\n```calc\n\($0)\n```\n" }
    let fixture = LessonFixture(text: text + cells.joined(separator: "\nThen.\n"))
    #expect(fixture.errors == "")
    var transcript = fixture.run.transcript
    #expect(PrintedTruth(of: transcript).lies.isEmpty)
    let steps = transcript.parts.filter { part in
      if case .step = part { true } else { false }
    }
    let parts = steps.suffix(commands.count)
    #expect(parts.count == commands.count)
    for (command, part) in zip(commands, parts) {
      transcript.parts = [part]
      // Something is shown, and it is not put off once more.
      let shown = TextRenderer(width: 400).text(of: transcript)
      #expect(shown.contains(" = "), "\(command)")
      #expect(!"\(shown)\n".contains("\(command)\n"), "\(command)")
    }
  }

  @Test func `a long formula points to what shows all of it`() {
    let cell = """
      param w = 2
      input x[i] = i for i in 1...20
      L = mean((w*x[i] - 1)^2 for i in 1...20)
      """
    let link = LessonFixture(cell, "explain ∂L/∂w").working(width: 200)
    #expect(link.hasSuffix("in full: explain local(L, w)"))
    let inFull = LessonFixture(cell, "# all\nexplain local(L, w)").working(width: 1000)
    #expect(inFull.contains("2·(w·x[19] − 1)·x[19] + 2·(w·x[20] − 1)·x[20]"))
    let expression = "∂(mean((w*x[i] - 1)^2 for i in 1...20))/∂w"
    let own = LessonFixture(cell, "explain \(expression)").working(width: 1000)
    #expect(own.contains("2·(w·x[19] − 1)·x[19] + 2·(w·x[20] − 1)·x[20]"))
  }

  @Test func `on a narrow page the way to all of it stands below the line`() {
    let lines = LessonFixture("param W[1...60] = 0.5\ny = sum(W[i]*1.2345 for i in 1...60)").working(
      width: 40
    )
    .split(separator: "\n").map(String.init)
    let place = lines.firstIndex { $0.hasSuffix("= 37.035") }
    #expect(place.map { lines[$0 + 1].trimmingPrefix { $0 == " " } } == "… is 56 more; in full: explain y")
  }

  @Test func `what is left out is said below the line, not above it`() {
    let cell = "param u[1...20] = 1, k[1...20] = 1\ny = dot(u, k)"
    #expect(
      LessonFixture(cell, "explain local(y, u[1])").working().hasSuffix(
        """

        y = u[1]·k[1] + u[2]·k[2] + u[3]·k[3] + … + u[20]·k[20]
        … is 16 more; in full: explain y
          local(y, u[1]) = k[1] = 1
        """))
  }

  @Test func `long sums are shortened in branches and conditions, too`() {
    let cell = """
      x[i] = i for i in 1...20
      y = if sum(x) > 3 then sum(x) else product(x)
      """
    #expect(
      LessonFixture(cell).working().hasSuffix(
        """
        y = if x[1] + x[2] + x[3] + … + x[20] > 3 then x[1] + x[2] + x[3] + …
              + x[20] else x[1]·x[2]·x[3]·…·x[20]
          = 1 + 2 + 3 + 184 + 20
          = 210                                             because 210 > 3
        … is 16 more; in full: explain y
        """))
    #expect(LessonFixture(cell, "explain y").working(width: 1000).contains("x[18] + x[19] + x[20] > 3"))
    let lengths = "x[i] = i for i in 1...20\ny = sum(x)*product(x[i] for i in 1...15)"
    #expect(LessonFixture(lengths).working(width: 300).hasSuffix("… is up to 16 more; in full: explain y"))
  }

  @Test func `explain works out the derivatives that a formula holds`() {
    let cell = "param w = 3\nL = w^2\ng = ∂L/∂w\nu = 2*g"
    for asked in ["g", "u"] {
      let working = LessonFixture(cell, "# asked\nexplain \(asked)").working()
      #expect(working.contains("L = w²\n  ∂L/∂w = 2·w = 2·3 = 6\n\ng = ∂L/∂w = 6"))
    }
  }
}
