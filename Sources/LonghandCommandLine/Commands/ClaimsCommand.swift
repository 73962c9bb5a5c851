import Claims
import Diagnostics
import PlainText

extension Command {
  /// `longhand claims`
  static let claims = Command(
    name: "claims",
    summary: "Show which claims of the lectures the course checks, and which not yet.",
    operands: "[LESSON…]",
    description: [
      """
      A list of claims says what lectures print and what is to be thought of it; lessons name its rows in the notes of \
      their checks and in HTML comments. This runs the lessons of the course, or those that are named, and counts by \
      lecture and kind what became of the claims.
      """,
      """
      met: every check that names the claim holds. met by cutting off: likewise, with digits that the lecture cut off. \
      documented as a slip: the lesson says by != that a wrong number is not met. told in prose: only a comment names it. \
      not computable: no lesson names it, and the list says why none could compute it. not in the course yet: no lesson \
      names it. not met: a check that names it does not hold.
      """,
      """
      With --lecture or --verdict each claim is shown that fits. The verdicts are \
      \(Claim.Verdict.allCases.map(\.rawValue).joined(separator: ", ")). --json prints every claim with its places; \
      --names prints the ids alone, and where there is no list nothing at all.
      """,
      """
      The list is the CSV file that a lesson names as `claims` in its settings, or claims.csv in its folder: so a course \
      team holds its own slides against computed numbers. `longhand help format` says how it is written.
      """,
      "Ends with 1 when a lesson or a list has an error, or names a claim that the list does not have.",
    ],
    examples: [
      Example("claims", "What of the lectures the course checks, and what not yet."),
      Example("claims --lecture S0", "One lecture, claim by claim."),
      Example("claims --verdict wrong", "What the lectures have wrong, and where that is shown."),
      Example("claims my-lesson.md", "A lesson of your own, with the list beside it."),
    ],
    options: [.lecture, .verdict, .json, .names, .width, .lessons]
  ) { call in
    try ClaimsCommand(call).run()
  }
}

/// Shows what became of the claims of lists.
private struct ClaimsCommand {
  let call: CommandCall
  let display: Display
  let lecture: String?
  let verdict: Claim.Verdict?

  init(_ call: CommandCall) throws(Failure) {
    self.call = call
    display = try Display(call.arguments, call.invocation)
    lecture = call.arguments.value(of: .lecture)
    verdict = try call.arguments.value(of: .verdict).map { word throws(Failure) in
      if let verdict = Claim.Verdict(rawValue: word) { return verdict }
      let words = Claim.Verdict.allCases.map(\.rawValue)
      throw .unknown(
        "there is no verdict `\(word)`", nearest: nearest(to: word, among: words),
        otherwise: "the verdicts are \(words.joined(separator: ", "))")
    }
  }

  func run() throws -> ExitStatus {
    if call.arguments.has(.names) { return try printNames() }
    let survey = try ClaimSurvey(call)
    guard !survey.lists.isEmpty else {
      if survey.status != .success { return survey.status }
      throw ClaimSurvey.noList
    }
    try checkLecture(among: survey.lists)
    let covered = try survey.lists.map { list in
      (list: list, coverages: try survey.coverage(of: list, where: isWanted))
    }
    try call.invocation.results.print(
      call.arguments.has(.json)
        ? ClaimRecord.json(
          covered.flatMap { list, coverages in
            coverages.map { ClaimRecord($0, list: list.file.name) }
          }) : covered.map { text(of: $0.coverages, in: $0.list) }.joined(separator: "\n"))
    return survey.status
  }

  private func isWanted(_ claim: Claim) -> Bool {
    lecture.map(claim.isOfLecture) != false && (verdict ?? claim.verdict) == claim.verdict
  }

  private func checkLecture(among lists: [ClaimList]) throws(Failure) {
    let claims = lists.flatMap(\.claims)
    guard let lecture, !claims.contains(where: { $0.isOfLecture(called: lecture) }) else { return }
    var names: [String] = []
    for claim in claims {
      for name in [claim.lectureKey, claim.lecture].compactMap(\.self)
      where !name.isEmpty && !names.contains(name) {
        names.append(name)
      }
    }
    throw .unknown(
      "there is no lecture `\(lecture)` in the list of claims", nearest: nearest(to: lecture, among: names),
      otherwise: names.isEmpty
        ? "the list names no lectures" : "the lectures are \(names.joined(separator: ", "))")
  }

  private func text(of coverages: [ClaimCoverage], in list: ClaimList) -> String {
    guard lecture != nil || verdict != nil else {
      return ClaimOverview(name: list.file.name, coverages: coverages, width: display.width).text
    }
    let heading = wrapped(
      "\(list.file.name): \(ClaimCount(coverages).text)".harmlessLine, width: display.width)
    let column = WordColumn(of: coverages.map(\.claim.id), width: display.width)
    let lines = ClaimLines(display: display)
    let rows = coverages.flatMap { column.lines($0.claim.id, lines.row($0)) }
    return (heading + rows).map { $0 + "\n" }.joined()
  }

  private func printNames() throws -> ExitStatus {
    let lists = (try? ClaimSurvey(call).lists) ?? []
    let ids = lists.flatMap(\.claims).filter(isWanted).map { $0.id + "\n" }
    try call.invocation.results.print(ids.joined())
    return .success
  }
}
