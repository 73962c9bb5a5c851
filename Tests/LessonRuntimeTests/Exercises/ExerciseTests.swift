import Algebra
import Diagnostics
import LessonDocument
import LessonRuntime
import LessonTestSupport
import Rendering
import Testing
import Transcript
import Tutor

@Suite("Exercises")
struct ExerciseTests {
  /// The parts of an exercise, which runs to its end.
  private func parts(_ practice: Practice) -> [Transcript.Part] {
    let run = practice.lesson.run()
    #expect(run.diagnostics.isEmpty)
    return run.transcript.parts
  }

  @Test(
    "of any lesson show no number before it is asked for", arguments: try CourseLesson.course(),
    [
      Practice.Round.results, .names,
    ])
  func course(lesson: CourseLesson, round: Practice.Round) throws {
    guard let practice = lesson.lesson.practice(round) else {
      #expect(!lesson.lesson.hasWorking)
      return
    }
    #expect(practice.round == round && !practice.lines.isEmpty)
    // What stands in the statement that a question is about, and in those before it.
    var (shown, before) = ("", "")
    var questions = 0
    var asked: [String] = []
    for part in parts(practice) {
      switch part {
      case .prose: continue
      case .step(let step):
        before += shown
        shown = TextRenderer(width: 400).text(of: step)
      case .question(let question):
        questions += 1
        guard case .number(let answer) = question.kind, let text = answer.shown.text else {
          Issue.record("question \(question.number) asks for no number")
          continue
        }
        #expect(answer.value.isFinite)
        // What has few digits may stand there for another number.
        let isTelling =
          Set(text).count > 4
          && text.utf8.count(where: { $0 != UInt8(ascii: "0") && $0 != UInt8(ascii: ".") }) > 4
        let digits = text.filter { $0 != "-" }
        let isNew = !asked.contains(text)
        #expect(
          !isTelling || !isNew || !shown.contains("= \(text.replacing("-", with: "−"))\n")
            || before.contains(digits),
          "\(answer.formula.text(.unicode)) = \(text)")
        asked.append(text)
      }
    }
    #expect(questions == practice.lines.count)
    #expect(Set(practice.lines.map(\.step)).count == practice.lines.count)
  }

  @Test(
    "can be answered with the lesson's own numbers, and know its names", arguments: Practice.Round.allCases)
  func answers(round: Practice.Round) throws {
    let lesson = try #require(try CourseLesson.course().first { $0.lessonName == "backpropagation" }?.lesson)
    let practice = try #require(lesson.practice(round))
    let run = StepwiseRun(practice.lesson)
    let judges = run.judges()
    #expect(judges.count == (round == .question ? 1 : practice.lines.count))
    let questions = run.transcript.questions
    for (judge, question) in zip(judges, questions) {
      guard case .number(let answer) = question.kind, let text = answer.shown.text else { continue }
      #expect(judge.verdict(on: text, hintsLeft: 0).outcome == .right, "\(question)")
      #expect(judge.verdict(on: "17.12345", hintsLeft: 0).outcome == .wrong)
      #expect(judge.verdict(on: "nonsense", hintsLeft: 0).outcome == .sentBack)
    }
  }

  @Test("ask for what a statement works out in full, and of more than four numbers for one")
  func lines() throws {
    let lesson = try #require(try CourseLesson.course().first { $0.lessonName == "backpropagation" }?.lesson)
    let labels = try #require(lesson.practice(.results)).lines.map(\.label)
    #expect(
      labels == [
        "sum_h1", "out_h1", "sum_h2", "out_h2", "sum_o1", "out_o1", "sum_o2", "out_o2", "E_1", "E_2",
        "E_total",
        "∂E_1/∂out_o1", "∂out_o1/∂sum_o1", "∂E_total/∂w5", "∂E_2/∂out_o2", "∂out_o2/∂sum_o2",
        "∂out_h1/∂sum_h1", "∂E_total/∂w1", "∂E_total/∂i1", "w1", "E_total",
      ])
    #expect(
      try #require(lesson.practice(.question)).lines.map(\.label) == ["∂E_total/∂w5", "∂E_total/∂w1"])
  }

  @Test("end before a training, and there are none without anything to work out")
  func ends() throws {
    func lesson(_ calc: String) -> Lesson {
      let text = "---\ntitle: T\n---\n\n# T\n\n```calc\n\(calc)\n```\n"
      return Lesson(LessonDocument(reading: SourceFile(name: "t.md", text: text)), name: "t")
    }
    let trained = lesson(
      "input x = 1\nparam w = 0.5\nE = (w*x - 1)^2\ntrain w to reduce E with sgd(rate: 0.1) for 3 epochs\ny = w*x"
    )
    #expect(trained.diagnostics.isEmpty)
    #expect(trained.practice(.results)?.lines.map(\.label) == ["E"])
    #expect(trained.working.run().transcript.parts.count == 3)
    #expect(lesson("input x = 1").practice(.results) == nil && !lesson("input x = 1").hasWorking)
    // A lesson that stops is practised up to there.
    let stopping = lesson("input x = 1\na = x + 1\nb = 1/(x - 1)\nc = 2*x")
    #expect(stopping.practice(.names)?.lines.map(\.label) == ["a"])
  }
}
