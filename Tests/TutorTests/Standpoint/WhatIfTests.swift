import LessonTestSupport
import Testing
import Transcript

@testable import Engine
@testable import Exposition
@testable import LessonProgram
@testable import LessonRuntime
@testable import Tutor

@Suite("What if a given number were another") struct WhatIfTests {
  /// What is said to `typed` behind a part of a lesson; `then` is typed into the run with that change.
  private func said(
    to typed: String, after part: Int? = nil, in stepped: SteppedLesson, then second: String? = nil
  ) throws -> String {
    let part = part ?? stepped.run.transcript.parts.count - 1
    var run = stepped.run
    var settings: [RunOptions.Setting] = []
    for text in [typed, second].compactMap(\.self) {
      switch run.standpoint(afterPart: part).change(text) {
      case .failure(let refusal): return refusal.parts.text
      case .success(let setting):
        settings.append(setting)
        let changed = StepwiseRun(stepped.lesson, RunOptions(settings: settings))
        let parts = changed.changes(from: run, afterStatement: run.statement(ofPart: part), by: setting)
        guard text == (second ?? typed) else {
          run = changed
          continue
        }
        return parts.text
      }
    }
    return ""
  }

  @Test func `all that follows is shown before and after`() throws {
    let said = try said(to: "w5 = 0.9", in: SteppedLesson(twoTwoTwo))
    #expect(
      said == """
        w5 = 0.9 (was 0.5)

        name      before    now       change
        sum_o1    1.01977   1.26021   0.24044
        out_o1    0.73493   0.77906   0.04413
        E_1       0.23456   0.26577   0.03121
        E_total   0.24909   0.28029   0.03120
        """)
  }

  @Test(arguments: [
    ("w = w/3", "w = 0.33333333333333 (was 1)"), ("w = 2*1.1", "w = 2.2 (was 1)"),
    ("w<-.5", "w = 0.5 (was 1)"),
    ("w ← −2", "w = −2 (was 1)"), ("w=1e-9", "w = 1e-09 (was 1)"), ("w = 0.50", "w = 0.50 (was 1)"),
    ("w = y", "w = 2 (was 1)"), ("v[2] = 7", "v[2] = 7 (was 6)"), ("v[1 + 1] = 7", "v[2] = 7 (was 6)"),
  ])
  func `the new number may be worked out`(typed: String, said expected: String) throws {
    let stepped = SteppedLesson("param w = 1\nparam v = [5, 6]\ny = 2*w + 0*v[2]")
    let said = try said(to: typed.replacing(".5", with: typed.contains("<-") ? "0.5" : ".5"), in: stepped)
    #expect(said.hasPrefix(expected))
  }

  @Test func `only what is known so far is shown, as it was there`() throws {
    let stepped = SteppedLesson("param w = 1\ny = 2*w\nz = y^2\nw <- w + 1\nforward\nE = z")
    #expect(
      try said(to: "w = 3", after: 0, in: stepped) == "w = 3 (was 1)\nnothing known so far changes with it")
    #expect(
      try said(to: "w = 3", after: 1, in: stepped)
        == "w = 3 (was 1)\n\nname   before   now   change\ny      2        6     4")
    let after = try said(to: "w = 3", after: 3, in: stepped)
    #expect(
      after == """
        w = 3 (was 1)

        name   before   now   change
        w      2         4     2
        y      2         6     4
        z      4        36    32
        """)
    #expect(try said(to: "w = 1", in: stepped) == "w = 1 (was 1)\nnothing known so far changes with it")
  }

  @Test func `a second change is told against the first`() throws {
    let stepped = SteppedLesson("param a = 1, b = 2\ny = a + b")
    #expect(
      try said(to: "a = 5", in: stepped, then: "b = 7")
        == "b = 7 (was 2)\n\nname   before   now   change\ny      7        12    5")
    #expect(try said(to: "a = 5", in: stepped, then: "a = 6").hasPrefix("a = 6 (was 5)"))
  }

  @Test func `numbers that are nearly the same get the digits that tell them apart`() throws {
    let said = try said(to: "w = 1.00000001", in: SteppedLesson("param w = 1\ny = w/3"))
    #expect(said.hasSuffix("y      0.33333333333   0.33333333667   3.34e-09"))
  }

  @Test func `what binary arithmetic leaves is no change`() throws {
    // In binary the mean of the three is not always the same third.
    let stepped = SteppedLesson(
      "const s = 0.5\nu = -s, v = 1 + s\n".replacing(", ", with: "\n")
        + "mean3 = (u + v + 0)/3\nnothing = 0.1*s + 0.2*s - 0.3*s\nd = v - u")
    let said = try said(to: "s = 0.7", in: stepped)
    #expect(
      said == """
        s = 0.7 (was 0.5)

        name   before   now    change
        u      −0.5     −0.7   −0.2
        v       1.5      1.7    0.2
        d       2        2.4    0.4
        """)
  }

  @Test func `a change has no more decimals than the coarser number, and is no row of zeros`() throws {
    let said = try said(to: "w = 1.00001", in: SteppedLesson("param w = 2\ny = (w - 1)^2/3"))
    #expect(said.hasSuffix("y      0.33333   3.33e-11   −0.33333"))
    let large = try self.said(to: "w = 1e300", in: SteppedLesson("param w = 1\ny = w/8"))
    #expect(large.hasSuffix("y      0.125    1.25e+299   1.25e+299"))
    let far = try self.said(
      to: "w = 1.7e308", in: SteppedLesson("param w = 1\ny = w"), then: "w = -1.7e308")
    #expect(far.hasSuffix("   too large for a number"))
    let thirds = try self.said(to: "w = 0.5", in: SteppedLesson("param w = 1.25\ny = w/3"))
    #expect(thirds.hasSuffix("y      0.41667   0.16667   −0.25000"))
  }

  @Test(arguments: [
    (
      "w",
      "a change is written as w = 0.9: a given number, and its new value".replacing(
        "w = 0.9", with: "w5 = 0.9")
    ),
    ("= 3", "a change is written as w5 = 0.9: a given number, and its new value"),
    ("y = 3", "y has a formula, and only given numbers can be changed\n\ny = 3\n^~"),
    ("q = 3", "q is not known here\n\nq = 3\n^"),
    ("2*w = 3", "only a given number can be changed\n\n2*w = 3\n^~~~"),
    ("z = 3", "z comes later in the lesson\n\nz = 3\n^"),
    ("w = q", "q is not known here\n\nw = q\n    ^"),
    ("w =", "a value is missing"),
    ("w = 1/0", "1/0 has no value"),
    ("v = 3", "v is a family; a number is meant here\n\nv = 3\n^\n\none element is v[1]"),
  ])
  func `what cannot be changed is told so`(typed: String, expected: String) throws {
    let stepped = SteppedLesson("param w = 1\nparam v = [5, 6]\ny = 2*w", "param z = 1")
    #expect(try said(to: typed, after: 1, in: stepped).hasPrefix(expected))
  }

  @Test func `where the lesson stops with the new number, it is said why`() throws {
    let stepped = SteppedLesson("param w = 1\ny = ln(w)\nz = 1/(2 - w)")
    #expect(try said(to: "w = -1", in: stepped) == "ln(-1) has no value (in ln(w)) (in step 2)")
    #expect(try said(to: "w = 2", after: 1, in: stepped).hasPrefix("w = 2 (was 1)"))
    let sizes = SteppedLesson("const n = 2\nh[i] = i for i in 1...n\ny = h[2]")
    #expect(try said(to: "n = 1", in: sizes).hasPrefix("h[2] is not defined above"))
  }
}
