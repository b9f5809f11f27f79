using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Scheduling;
using NodaTime;
using static ChangeRelease.Domain.Testing.Tests.Plans.ReleaseWeek;

namespace ChangeRelease.Domain.Testing.Tests.Plans;

/// <summary>The checker bites: one broken plan at least for every code, and nothing but that code is found.</summary>
public sealed class BrokenPlanTests
{
    private static readonly (string Code, string What, Func<PlanClaims> Claims)[] Broken =
    [
        (PlanViolationCodes.ItemUnknown, "a stranger is planned", () => new PlanClaims { Placed = Right.With(Put("stranger", At(4, 0))) }),
        (PlanViolationCodes.ItemUnknown, "a stranger is left out", () => new PlanClaims { Placed = Right, LeftOut = [Id("stranger")] }),
        (PlanViolationCodes.ItemTwice, "an item is planned twice", () => new PlanClaims { Placed = Right.With(Put("free", At(4, 0))) }),
        (PlanViolationCodes.ItemUnaccounted, "an item is nowhere", () => new PlanClaims { Placed = Without("free"), LeftOut = [] }),
        (PlanViolationCodes.ItemUnaccounted, "an item is planned and left out", () => new PlanClaims { Placed = Right, LeftOut = [Id("free")] }),

        (PlanViolationCodes.SlotOffGrid, "half past", () => With(Put("free", At(2, 0, 30)))),
        (PlanViolationCodes.SlotWrongLength, "too short", () => With(Put("free", At(2, 0), 59))),
        (PlanViolationCodes.SlotWrongLength, "parts are rounded up one by one", () => With(Put("parted", At(2, 0), 180))),
        (PlanViolationCodes.SlotOutsideHorizon, "before it", () => With(Put("free", At(1, 23)))),
        (PlanViolationCodes.SlotOutsideHorizon, "after it", () => With(Put("free", At(6, 0)))),
        (PlanViolationCodes.WorkMisplaced, "work in the preparation", () => With(Put("parted", At(2, 0), 240) with { Work = new Slot(At(2, 0), At(2, 2)) })),

        (PlanViolationCodes.StartTooEarly, "an hour before it may", () => With(Put("early", At(2, 5)))),
        (PlanViolationCodes.StartNotFixed, "an hour after it must", () => With(Put("fixed", At(2, 11)))),
        (PlanViolationCodes.StartMoved, "an hour after it was", () => With(Put("kept", At(2, 4)))),
        (PlanViolationCodes.EndTooLate, "an hour after its deadline", () => With(Put("late", At(2, 12)))),

        (PlanViolationCodes.TimesClosed, "before the window opens in Berlin", () => With(Put("windowed", At(2, 20)))),
        (PlanViolationCodes.TimesClosed, "when the window closes in Berlin", () => With(Put("windowed", At(2, 23)))),
        (PlanViolationCodes.ClosureOverlapped, "in the last hour of the closure", () => With(Put("closed", At(3, 23)))),
        (PlanViolationCodes.ResourceAway, "after the shift", () => With(Put("manned", At(2, 16)))),
        (PlanViolationCodes.ResourceOverCapacity, "two take two of three", () => With(Put("two", At(2, 0)))),

        (PlanViolationCodes.PrecedenceTooClose, "at once", () => With(Put("second", At(2, 1)))),
        (PlanViolationCodes.PrecedenceTooClose, "before what it depends on", () => With(Put("first", At(2, 4)))),
        (PlanViolationCodes.PrecedenceTooFar, "six hours later", () => With(Put("second", At(2, 7)))),
        (PlanViolationCodes.DependencyLeftOut, "without what it depends on", () => new PlanClaims { Placed = Without("first") }),
        (PlanViolationCodes.ExclusionOverlapped, "an hour apart", () => With(Put("there", At(2, 2)))),
        (PlanViolationCodes.LimitExceeded, "on one day in Berlin", () => With(Put("riskier", At(2, 0)))),
        (PlanViolationCodes.RuleBroken, "at lunch", () => With(Put("ruled", At(2, 12)))),
        (PlanViolationCodes.RuleBroken, "together", () => With(Put("right", At(2, 0)))),

        (PlanViolationCodes.ScoreHardWrong, "something is left out for nothing", () => Scored(score => score with { Hard = 1 })),
        (PlanViolationCodes.ScoreSoftWrong, "one less", () => Scored(score => score with { Soft = score.Soft - 1 })),
        (PlanViolationCodes.ScorePartWrong, "a part is missing", () => Scored(score => score with { Parts = [] })),
        (PlanViolationCodes.ScorePartWrong, "a part counts one item more", () => Scored(score => score with { Parts = [score.Parts[0] with { Items = score.Parts[0].Items + 1 }] })),
        (PlanViolationCodes.BoundAboveScore, "more must be left out than is", () => new PlanClaims { Placed = Right, Bound = new BoundClaim(1, 0, -1, 0) }),
        (PlanViolationCodes.BoundAboveScore, "the rest costs less than it must", () => new PlanClaims { Placed = Right, Bound = new BoundClaim(0, 1_000, 0, Waiting - 1_000) }),
        (PlanViolationCodes.GapWrong, "one less", () => new PlanClaims { Placed = Right, Bound = new BoundClaim(0, 1, 0, Waiting - 2) }),

        (PlanViolationCodes.ReasonOutOfOrder, "two at a time", () => Reasoned(Closed(At(2, 0), At(2, 12)), Closed(At(2, 11), At(2, 21)))),
        (PlanViolationCodes.ReasonUntrue, "the calendar is open for the last hour", () => Reasoned(At(2, 22), Closed(At(2, 0), At(2, 22)))),
        (PlanViolationCodes.ReasonUntrue, "another calendar", () => Reasoned(Closed(At(2, 0), At(2, 21)) with { Name = "calendar days" })),
        (PlanViolationCodes.ReasonUntrue, "another kind", () => Reasoned(Closed(At(2, 0), At(2, 21)) with { Kind = PlanObstacleKind.Closure })),
        (PlanViolationCodes.ReasonUntrue, "an item that has nothing to do with it", () => Reasoned(Closed(At(2, 0), At(2, 21)) with { Items = [Id("free")] })),
        (PlanViolationCodes.ReasonUntrue, "nothing is in the way where the calendar is closed", () => Reasoned(Closed(At(2, 0), At(2, 21)) with { Kind = PlanObstacleKind.Free, Name = string.Empty })),
        (PlanViolationCodes.ReasonMissing, "no reason", () => Reasoned()),
        (PlanViolationCodes.ReasonMissing, "a hole of an hour", () => Reasoned(Closed(At(2, 0), At(2, 10)), Closed(At(2, 11), At(2, 21)))),
        (PlanViolationCodes.ReasonMissing, "an end too early", () => Reasoned(Closed(At(2, 0), At(2, 20)))),
        (PlanViolationCodes.ReasonMissing, "left out without a reason", () => new PlanClaims { Placed = Without("free"), Reasons = [new ReasonClaim(Id("free"), [])] }),
    ];

    // The hours from midnight to each start; the one that may start at six waits from then.
    private const long Waiting = 0 + 0 + 0 + 11 + 10 + 3 + 21 + 23 + 8 + 0 + 1 + 0 + 2 + 0 + 3 + 22 + 23 + 0 + 0 + 1;

    public static TheoryData<int, string, string> Rows()
    {
        var rows = new TheoryData<int, string, string>();
        foreach (var (row, at) in Broken.Select((row, at) => (row, at)))
        {
            rows.Add(at, row.Code, row.What);
        }

        return rows;
    }

    [Fact]
    public void Nothing_is_found_where_nothing_is_wrong()
    {
        Checker().Check(new PlanClaims
        {
            Placed = Right,
            LeftOut = [],
            Score = new ScoreClaim(0, Waiting, [new ScorePart("waiting", Waiting, Duration.FromHours(Waiting), 12)]),
            Bound = new BoundClaim(0, 100, 0, Waiting - 100),
            Reasons = [new ReasonClaim(Id("windowed"), [Closed(At(2, 0), At(2, 12)), Closed(At(2, 12), At(2, 21))])],
        }).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void What_is_wrong_is_found_and_nothing_else(int row, string code, string what)
    {
        var found = Checker().Check(Broken[row].Claims());

        found.Select(violation => violation.Code).Distinct().Should().Equal([code], what);
    }

    [Fact]
    public void Every_code_has_a_broken_plan() => Broken.Select(row => row.Code).Distinct().Should().BeEquivalentTo(PlanViolationCodes.All);

    [Fact]
    public void A_violation_names_the_item_the_rule_and_what_is_wrong() => Checker().Check(With(Put("two", At(2, 0)))).Select(violation => violation.ToString()).Should().Equal(
        "plan.resource.over-capacity (two, one): 4 of database are taken within [2026-11-02T00:00:00Z, 2026-11-02T01:00:00Z); there are 3.");

    [Fact]
    public void A_day_has_room_again_where_the_day_of_its_zone_ends() => Checker().Check(With(Put("riskier", At(2, 23)))).Should().BeEmpty();

    private static ValueList<PlacedItem> Without(string name) => Right.Where(placed => placed.Item != Id(name)).ToValueList();

    private static PlanClaims Scored(Func<ScoreClaim, ScoreClaim> change) => new()
    {
        Placed = Right,
        Score = change(new ScoreClaim(0, Waiting, [new ScorePart("waiting", Waiting, Duration.FromHours(Waiting), 12)])),
    };

    private static PlanClaims Reasoned(params ObstacleClaim[] obstacles) => Reasoned(At(2, 21), obstacles);

    private static PlanClaims Reasoned(Instant start, params ObstacleClaim[] obstacles) =>
        With(Put("windowed", start)) with { Reasons = [new ReasonClaim(Id("windowed"), [.. obstacles])] };

    private static ObstacleClaim Closed(Instant from, Instant until) => new(PlanObstacleKind.Closed, new Slot(from, until), Nights, []);
}
