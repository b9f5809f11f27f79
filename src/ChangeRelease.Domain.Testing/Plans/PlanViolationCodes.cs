using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Testing;

/// <summary>The codes of everything that a <see cref="PlanChecker"/> finds; they stay as they are.</summary>
public static class PlanViolationCodes
{
    /// <summary>The problem has no such item.</summary>
    public const string ItemUnknown = "plan.item.unknown";

    /// <summary>An item is planned more than once.</summary>
    public const string ItemTwice = "plan.item.twice";

    /// <summary>An item is neither planned nor left out, or both.</summary>
    public const string ItemUnaccounted = "plan.item.unaccounted";

    /// <summary>A slot does not begin with a granule of the grid.</summary>
    public const string SlotOffGrid = "plan.slot.off-grid";

    /// <summary>A slot is not as long as preparation, work and back-out, each rounded up to the grid.</summary>
    public const string SlotWrongLength = "plan.slot.wrong-length";

    /// <summary>A slot is not within the horizon.</summary>
    public const string SlotOutsideHorizon = "plan.slot.outside-horizon";

    /// <summary>The work is not said to be where preparation ends and back-out begins.</summary>
    public const string WorkMisplaced = "plan.work.misplaced";

    /// <summary>A slot starts before it may.</summary>
    public const string StartTooEarly = "plan.start.too-early";

    /// <summary>A slot does not start where it is fixed.</summary>
    public const string StartNotFixed = "plan.start.not-fixed";

    /// <summary>An item that may not move is elsewhere than in the plan before.</summary>
    public const string StartMoved = "plan.start.moved";

    /// <summary>A slot ends after its deadline.</summary>
    public const string EndTooLate = "plan.end.too-late";

    /// <summary>Some of a slot is not open: outside of windows, or frozen.</summary>
    public const string TimesClosed = "plan.times.closed";

    /// <summary>A slot overlaps a closure.</summary>
    public const string ClosureOverlapped = "plan.closure.overlapped";

    /// <summary>A resource is taken when it is not there.</summary>
    public const string ResourceAway = "plan.resource.away";

    /// <summary>More of a resource is taken at a time than there is.</summary>
    public const string ResourceOverCapacity = "plan.resource.over-capacity";

    /// <summary>Two items are closer to one another than one may be to the other.</summary>
    public const string PrecedenceTooClose = "plan.precedence.too-close";

    /// <summary>Two items are further from one another than one may be from the other.</summary>
    public const string PrecedenceTooFar = "plan.precedence.too-far";

    /// <summary>An item is planned, and what it depends on is not.</summary>
    public const string DependencyLeftOut = "plan.dependency.left-out";

    /// <summary>Two items overlap that may not, or the gap between them is too short.</summary>
    public const string ExclusionOverlapped = "plan.exclusion.overlapped";

    /// <summary>More is planned in a day or week than may be.</summary>
    public const string LimitExceeded = "plan.limit.exceeded";

    /// <summary>A hard rule of the host's own is broken.</summary>
    public const string RuleBroken = "plan.rule.broken";

    /// <summary>The hard score is not what is left out.</summary>
    public const string ScoreHardWrong = "plan.score.hard-wrong";

    /// <summary>The soft score is not what the objective makes it.</summary>
    public const string ScoreSoftWrong = "plan.score.soft-wrong";

    /// <summary>A part of the score is not what the objective makes it.</summary>
    public const string ScorePartWrong = "plan.score.part-wrong";

    /// <summary>The bound is above the score of a plan, so it is none.</summary>
    public const string BoundAboveScore = "plan.bound.above-score";

    /// <summary>The gap is not the distance from the bound to the score.</summary>
    public const string GapWrong = "plan.bound.gap-wrong";

    /// <summary>Reasons are not in the order of time, or overlap.</summary>
    public const string ReasonOutOfOrder = "plan.reason.out-of-order";

    /// <summary>A reason does not hold: what it names is not in the way of a start that it is about.</summary>
    public const string ReasonUntrue = "plan.reason.untrue";

    /// <summary>No reason says anything about a start.</summary>
    public const string ReasonMissing = "plan.reason.missing";

    /// <summary>All of them, in the order in which they stand here.</summary>
    public static ValueList<string> All { get; } =
    [
        ItemUnknown, ItemTwice, ItemUnaccounted, SlotOffGrid, SlotWrongLength, SlotOutsideHorizon, WorkMisplaced, StartTooEarly, StartNotFixed, StartMoved,
        EndTooLate, TimesClosed, ClosureOverlapped, ResourceAway, ResourceOverCapacity, PrecedenceTooClose, PrecedenceTooFar, DependencyLeftOut,
        ExclusionOverlapped, LimitExceeded, RuleBroken, ScoreHardWrong, ScoreSoftWrong, ScorePartWrong, BoundAboveScore, GapWrong, ReasonOutOfOrder,
        ReasonUntrue, ReasonMissing,
    ];
}
