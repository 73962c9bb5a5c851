import Algebra
public import Diagnostics
public import LessonRuntime
import Prose
import Rendering
import Transcript
import Tutor

/// Somebody who reads a lesson step by step: how far they have come, what is said to them, and what they have changed.
///
/// A reader knows neither keys nor windows: `perform` takes a request, and the page through `position` with the notes beneath
/// it is what there is to be seen. The same requests always come to the same.
public struct Reader {
  /// The lesson's statements.
  public let steps: [LessonStep]
  let lesson: Lesson
  /// How it is laid out.
  public private(set) var style: Style
  /// The page with the lesson's own numbers.
  var ownPage: Page
  /// The page that is read: another one while numbers are changed.
  var page: Page
  /// How far it is read.
  var position = ReadingPosition.beforeAll
  /// What is said beneath it.
  var notes: [Note] = []
  /// How many notes there have ever been.
  var saidCount = 0
  /// The numbers that the reader has changed, in the order in which they were.
  var changes: [RunOptions.Setting] = []
  /// How far the reader is with the questions, by their numbers.
  var questions: [Int: QuestionState] = [:]
  /// The same with the lesson's own numbers, while others are read.
  var ownQuestions: [Int: QuestionState] = [:]
  /// What is kept in view.
  var pins: [Formula] = []
  /// Whether the values in view are told when they are asked for, as there is no place where they stand.
  var tellsValues = false
  /// What the last request has brought.
  var news = News.page(behind: .beforeAll)
  /// How much one press shows.
  public internal(set) var pace: ReadingPace
  /// The place that the reader has marked.
  public internal(set) var bookmark: Place?
  /// Where jumps began, the last one last.
  var jumps: [Place] = []
  /// What the reader has gone to, or searched for, last.
  var sought: Sought?
  /// The text that is set off where it stands on the page, from a search to the next move.
  var highlighted: String?
  /// What was searched for last.
  var searched = ""
  /// Whether help names words in place of keys.
  var usesWords = false
  /// The steps that are read, by their index.
  public internal(set) var readSteps: Set<Int> = []
  /// How questions ended, by the index of their steps.
  public internal(set) var outcomes: [Int: Outcome] = [:]
  /// The replies with which questions were answered, by the index of their steps.
  public internal(set) var replies: [Int: String] = [:]
  /// The first part of the page of which it is not looked up yet whether it has been answered in an earlier reading.
  var firstPartToRecall = 0
  /// Whether the reader has begun where they left off.
  private(set) var isResumed = false
  /// Whether the reader wants to leave.
  public internal(set) var hasLeft = false
  let options: RunOptions
  let memory: Memory
  /// Explains words.
  let wordBook: WordBook
  /// What is practised, where the lesson is an exercise.
  public let exercise: Exercise?
  /// How often there was help with questions, by the index of their steps.
  var helps: [Int: Int] = [:]
  /// The last part that has been seen: of an exercise, what is found above it may have been read off.
  var seenPart = -1

  /// How far a reader is with a question.
  struct QuestionState {
    /// How many hints have been given.
    var hintCount = 0
    /// Whether the answer was asked for, and is shown when it is asked for again.
    var hasAskedForAnswer = false
    /// How it ended; `nil` while it waits.
    var outcome: Outcome?
    /// What stays below it once it is answered: the reply, and what was said to it.
    var answered: (part: Int, note: Note)?
    /// What has been found, where it asks on an empty page.
    var entries: [Entry] = []
    /// The part that asks for it.
    var entriesPart = 0
  }

  /// What is remembered of an earlier reading.
  public struct Memory: Sendable {
    /// The step that was shown last; `nil` where the reader has not been, or was at the end.
    public var lastStep: Int?
    /// The steps that have been read since in another form.
    public var changedSteps: Set<Int>
    /// The steps that have been read, by their index.
    public var readSteps: Set<Int>
    /// How questions ended, by the index of their steps.
    public var outcomes: [Int: Outcome]
    /// The replies with which they were answered.
    public var replies: [Int: String]
    /// The lesson to read after this one.
    public var nextLesson: String?
    /// How much one press shows.
    public var pace = ReadingPace.firstReading
    /// The place that the reader has marked.
    public var bookmark: Place?
    /// Of an exercise, how often there was help with questions.
    public var helps: [Int: Int] = [:]
    /// Of an empty page, the numbers that stand on it.
    public var entries: [String] = []

    /// What is remembered.
    public init(
      lastStep: Int? = nil, changedSteps: Set<Int> = [], readSteps: Set<Int> = [],
      outcomes: [Int: Outcome] = [:],
      replies: [Int: String] = [:], nextLesson: String? = nil
    ) {
      self.lastStep = lastStep
      self.changedSteps = changedSteps
      self.readSteps = readSteps
      self.outcomes = outcomes
      self.replies = replies
      self.nextLesson = nextLesson
    }
  }

  /// A reader at the beginning of a lesson without errors, or where they left it.
  public init(
    of lesson: Lesson, _ options: RunOptions = RunOptions(), style: Style, memory: Memory = Memory(),
    wordBook: WordBook = .none, exercise: Exercise? = nil
  ) {
    self.exercise = exercise
    self.lesson = lesson
    self.options = options
    self.style = style
    self.style.callsExp = lesson.hasValueCalledE
    self.memory = memory
    pace = memory.pace
    bookmark = memory.bookmark
    self.wordBook = wordBook
    steps = lesson.steps
    ownPage = Page(StepwiseRun(lesson, options), self.style.renderer)
    page = ownPage
    goOn()
    if let welcome { notes = [welcome] }
    if let last = memory.lastStep, last > step || exercise != nil && last == step,
      steps.indices.contains(last)
    {
      show(step: last)
      isResumed = true
      notes = [.sentence("This is where you left off.")]
      news = .notes(1)
    }
    recallAnswers()
    saidCount = notes.count
  }

  /// Why the lesson that is read has stopped; empty where it has not.
  public var diagnostics: [Diagnostic] { page.run.diagnostics }

  // MARK: - What there is to be seen

  /// The lines of the page as far as it is read.
  var pageLines: [String] { page.lines(through: position, with: answerLines) }

  /// What stands below the questions that are answered.
  var answerLines: Page.Additions {
    questions.values.reduce(into: [:]) { additions, question in
      if let (part, note) = question.answered { additions[part] = lines(of: note) }
      if !question.entries.isEmpty {
        additions[question.entriesPart] = lines(of: note(of: question.entries))
      }
    }
  }

  /// The lines of the notes, the first of them empty; none where there are no notes.
  var noteLines: [String] { notes.flatMap(lines) }

  /// The lines of those that have been said since there were so many.
  func noteLines(since count: Int) -> [String] { notes.suffix(max(0, saidCount - count)).flatMap(lines) }

  func lines(of note: Note) -> [String] { [""] + note.lines(in: style) }

  /// The part that is shown last.
  var part: Transcript.Part? { position.part >= 0 ? page.part(position.part) : nil }

  /// The question that can be answered, if the reader stands before one: all but one that is answered.
  var unansweredQuestion: Question? {
    guard case .question(let question)? = part, outcome(of: question) != .answered else { return nil }
    return question
  }

  /// The question that is to be answered; one that was skipped still is, one whose answer was shown only if the reader
  /// wants to.
  var openQuestion: Question? { unansweredQuestion.flatMap { outcome(of: $0) == .givenUp ? nil : $0 } }

  /// The question that waits for an answer, and that the reader has to skip to go on.
  var waitingQuestion: Question? {
    unansweredQuestion.flatMap { outcome(of: $0) == nil ? $0 : nil }
  }

  private func outcome(of question: Question) -> Outcome? { questions[question.number]?.outcome }

  /// The index of the step that is shown last.
  public var step: Int { max(0, page.run.statement(ofPart: position.part)) }

  /// Whether what is shown ends with a whole line.
  var isAtLineEnd: Bool { position.part < 0 || page.text(position.part).isLineEnd(position.beat) }

  /// Whether the last beat of the lesson is shown.
  public var isAtEnd: Bool { stop(after: position) == nil }

  /// The names that can be typed here.
  var names: [String] { page.run.standpoint(afterPart: position.part).names }

  /// The first line of all that is shown with the last stop.
  var firstLineOfStop: Int {
    var place = position
    // What an exercise asks for stands below what it asks about.
    if exercise != nil, case .question? = part,
      let before = stop(before: ReadingPosition(part: position.part, beat: 0))
    {
      place = before
    }
    return page.firstLine(ofStopAt: place, with: answerLines)
  }

  /// Whether something is shown of which there is more to be seen.
  var hasSummary: Bool { position.part >= 0 && page.text(position.part).isSummary }

  /// Whether what is shown last names a command that shows more of it.
  var namesCommand: Bool {
    position.part >= 0
      && page.text(position.part).lines(through: position.beat).contains { $0.contains(": explain ") }
  }

  /// Lays the lines out anew.
  mutating func layOut(in style: Style) {
    var style = style
    style.callsExp = lesson.hasValueCalledE
    self.style = style
    let isOwn = page === ownPage
    ownPage = ownPage.laidOut(by: style.renderer)
    page = isOwn ? ownPage : page.laidOut(by: style.renderer)
    _ = page.has(position.part)
  }
}
