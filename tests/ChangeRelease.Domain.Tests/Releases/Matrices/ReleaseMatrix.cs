using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;
using ChangeRelease.Domain.Releases;

namespace ChangeRelease.Domain.Tests.Releases.Matrices;

/// <summary>What section B of the rules says of releases, cell by cell, written by hand.</summary>
internal static class ReleaseMatrix
{
    /// <summary>A dot is refused as undefined, <c>=</c> stays, a name leads there.</summary>
    private const string Text = """
        trigger          Planned   Building  Testing      Authorizing  Approved   Scheduled  Deploying    Paused       RollingBack  Verifying    RolledBack  Rejected  Completed  Closed  Canceled

        StartBuild       Building  .         .            .            .          .          .            .            .            .            .           .         .          .       .
        Built            .         Testing   .            .            .          .          .            .            .            .            .           .         .          .       .
        BuildFailed      .         Planned   .            .            .          .          .            .            .            .            .           .         .          .       .
        TestsPassed      .         .         Authorizing  .            .          .          .            .            .            .            .           .         .          .       .
        TestsFailed      .         .         Building     .            .          .          .            .            .            .            .           .         .          .       .
        Promote          .         =         =            .            .          .          .            .            .            .            .           .         .          .       .
        DeploymentDone   .         =         =            .            .          .          .            .            .            .            .           .         .          .       .
        RecordPromotion  .         =         =            .            .          .          .            .            .            .            .           .         .          .       .
        ExemptStep       .         =         =            .            .          .          .            .            .            .            .           .         .          .       .
        RecordCriterion  =         =         =            =            =          =          .            .            .            =            .           .         .          .       .
        IncidentSeen     .         .         .            .            .          .          =            =            =            =            =           .         .          .       .
        IncidentOver     .         .         .            .            .          .          =            =            =            =            =           .         .          .       .
        CastVote         .         .         .            =            .          .          .            .            .            .            .           .         .          .       .
        WithdrawVote     .         .         .            =            .          .          .            .            .            .            .           .         .          .       .
        RecordDecision   .         .         .            =            .          .          .            .            .            .            .           .         .          .       .
        WithdrawDecision .         .         .            =            .          .          .            .            .            .            .           .         .          .       .
        Go               .         .         .            Approved     .          .          .            .            .            .            .           .         .          .       .
        NoGo             .         .         .            Rejected     .          .          .            .            .            .            .           .         .          .       .
        Replan           .         .         .            .            .          .          .            .            .            .            Planned     Planned   .          .       .
        Schedule         .         .         .            .            Scheduled  .          .            .            .            .            .           .         .          .       .
        Reschedule       .         .         .            .            .          =          .            .            .            .            .           .         .          .       .
        Unschedule       .         .         .            .            .          Approved   .            .            .            .            .           .         .          .       .
        LapseSlot        .         .         .            .            .          Approved   .            .            .            .            .           .         .          .       .
        Recall           .         .         .            .            Planned    Planned    .            .            .            .            .           .         .          .       .
        StartDeployment  .         .         .            .            .          Deploying  .            .            .            .            .           .         .          .       .
        BeginStage       .         .         .            .            .          .          =            .            .            .            .           .         .          .       .
        RecordGate       .         .         .            .            .          .          =            =            .            .            .           .         .          .       .
        RecordGate:failed .        .         .            .            .          .          Paused       =            .            .            .           .         .          .       .
        StageDone        .         .         .            .            .          .          =            .            .            .            .           .         .          .       .
        AllStagesDone    .         .         .            .            .          .          Verifying    .            .            .            .           .         .          .       .
        Pause            .         .         .            .            .          .          Paused       .            .            .            .           .         .          .       .
        Continue         .         .         .            .            .          .          .            Deploying    .            .            .           .         .          .       .
        RollBack         .         .         .            .            .          .          RollingBack  RollingBack  .            RollingBack  .           .         .          .       .
        RolledBack       .         .         .            .            .          .          .            .            RolledBack   .            .           .         .          .       .
        RollBackFailed   .         .         .            .            .          .          .            .            Paused       .            .           .         .          .       .
        RollForward      .         .         .            .            .          .          Planned      Planned      .            Planned      .           .         .          .       .
        Accept           .         .         .            .            .          .          .            .            .            Completed    .           .         .          .       .
        Close            .         .         .            .            .          .          .            .            .            .            Closed      .         .          .       .
        Cancel           Canceled  Canceled  Canceled     Canceled     Canceled   Canceled   .            .            .            .            .           Canceled  .          .       .
        Amend            =         .         .            .            .          .          .            .            .            .            .           .         .          .       .
        Annotate         =         =         =            =            =          =          =            =            =            =            =           =         .          .       .
        """;

    private const StringSplitOptions Tidy = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;

    static ReleaseMatrix()
    {
        var rows = Text.Split('\n', Tidy).Select(line => line.Split(' ', Tidy)).ToList();
        States = rows[0].Skip(1).ToValueList();
        Triggers = rows.Skip(1).Select(row => row[0]).ToValueList();
        Cells = rows.Skip(1).SelectMany(row => row.Skip(1).Select((to, at) => Read(States[at], row[0], to))).ToValueList();
        Leads = Cells.ToDictionary(cell => (cell.State, cell.Trigger), cell => cell.To);
        Legal = States.ToDictionary(state => state, state => Cells.Where(cell => cell.State == state && cell.To is not null).ToValueList(), StringComparer.Ordinal);
    }

    public static ValueList<string> States { get; }

    /// <summary>Every trigger; one that leads to several states stands once for each case.</summary>
    public static ValueList<string> Triggers { get; }

    public static ValueList<Cell> Cells { get; }

    /// <summary>Where a trigger leads from a state; null where it is refused.</summary>
    public static IReadOnlyDictionary<(string State, string Trigger), string?> Leads { get; }

    public static IReadOnlyDictionary<string, ValueList<Cell>> Legal { get; }

    public static State State(string name) => (State)typeof(ReleaseStates).GetProperty(name)!.GetValue(null)!;

    /// <summary>The row of the matrix that a command belongs to.</summary>
    public static string RowOf(ReleaseCommand command, Release release) => command is RecordGateEvidence { Evidence: { } evidence } && Fails(evidence, release) ? "RecordGate:failed" : command.Trigger!.Value;

    private static bool Fails(GateEvidence evidence, Release release) => evidence.Budget is { } budget
        ? release.Content.Rollout?.Stages.ElementAtOrDefault(release.Runs.Count - 1)?.Gates.FirstOrDefault(gate => gate.Name == evidence.Gate)?.Least is { } least && budget.Remaining * 10_000 < least.BasisPoints * budget.Total
        : evidence.Verdict == GateVerdict.Failed;

    private static Cell Read(string state, string trigger, string to) => new(state, trigger, to switch
    {
        "." => null,
        "=" => state,
        _ => to,
    });

    /// <summary>One trigger in one state; without a destination it is refused as undefined.</summary>
    internal sealed record Cell(string State, string Trigger, string? To)
    {
        public override string ToString() => $"{Trigger} in {State}: {To ?? "undefined"}";
    }
}
