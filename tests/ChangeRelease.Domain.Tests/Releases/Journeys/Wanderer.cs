using System.Text;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Releases;
using ChangeRelease.Domain.Tests.Releases.Matrices;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Releases.Journeys;

/// <summary>One seeded journey: usually the expected next step, sometimes anything, sometimes on bad facts; every step is checked.</summary>
internal sealed class Wanderer(int seed)
{
    private const int MostCommands = 160;

    private readonly Random _dice = new(seed);
    private readonly Voyage _voyage = new(path: seed % 4 == 0 ? Crew.Path : PromotionPath.Direct);
    private readonly RolloutShadow _shadow = new(isPromoted: seed % 4 == 0);
    private bool _isLetGo;
    private Leg? _last;

    public Dictionary<ReleaseMatrix.Cell, int> Taken { get; } = [];

    public int Commands { get; private set; }

    public int Refused { get; private set; }

    public bool HasDeployed { get; private set; }

    public int Waited { get; private set; }

    public int Excepted { get; private set; }

    public int Raised => _shadow.Raised;

    public int Halted => _shadow.Halted;

    private Release Release => _voyage.Release;

    public Wanderer Travel()
    {
        while (Commands < MostCommands && (ReleaseMatrix.Legal[_voyage.State].Count > 0 || _dice.Next(4) > 0))
        {
            Step();
        }

        Check(Equals(Release.Fold(_voyage.Events), Release), "folding the events anew gives the same release");
        return this;
    }

    private void Step()
    {
        Commands++;
        var trigger = Choose();
        var leg = _dice.Next(12) == 0 ? Spoiled(_voyage.Good(trigger)) : _voyage.Good(trigger);
        leg = leg.Command is DeployRelease or StartStage && _dice.Next(4) == 0 ? leg with { Facts = leg.Facts with { Dependencies = Fleet.Adrift(_dice, Release) } } : leg;
        var (before, events) = (Release, _voyage.Events.Count);
        var decision = _voyage.Do(leg);
        Depends(before, leg, decision);
        if (decision.Events.Count == 0)
        {
            Refused += decision.IsAccepted ? 0 : 1;
            Check(ReferenceEquals(before, Release) && events == _voyage.Events.Count, "what was refused changes nothing");
            Check(decision.IsAccepted == IsRepetition(leg), "only a repetition is accepted without an event");
            return;
        }

        _last = leg;
        Check(decision.IsAccepted && decision.Events.Count == 1, "one command, one event");
        Happened(before, leg, decision.Events[0]);
    }

    private void Happened(Release before, Leg leg, ReleaseEvent happened)
    {
        var trigger = ReleaseMatrix.RowOf(leg.Command, before);
        var to = ReleaseMatrix.Leads[(before.Status.Name, trigger)];
        Check(to == happened.Header.Status.Name && to == Release.Status.Name, $"{trigger} leads from {before.Status} to {to ?? "nowhere"}, not to {happened.Header.Status}");
        var cell = new ReleaseMatrix.Cell(before.Status.Name, trigger, to);
        Taken[cell] = Taken.GetValueOrDefault(cell) + 1;
        _isLetGo = trigger switch
        {
            "Go" => true,
            "Recall" or "RollForward" or "Replan" => false,
            _ => _isLetGo,
        };
        Check(trigger is not ("Recall" or "RollForward" or "Replan") || IsBare, "going back to planning voids votes, tests, slots and stages");
        Check(to is not ("Approved" or "Scheduled" or "Deploying") || _isLetGo, "nothing is approved without a go since it was planned");
        Check(Release.StagesDone.SequenceEqual((Release.Content.Rollout?.Stages.Select(stage => stage.Name) ?? []).Take(Release.StagesDone.Count)), "the stages done are a prefix of the stages");
        _shadow.Take(happened, Release, Check);
        if (trigger == "StartDeployment")
        {
            HasDeployed = true;
            Deploys(before, leg.Facts);
        }
    }

    // Every reason is told at once, so that what depends is told whatever else is wrong, once the table is asked.
    private void Depends(Release before, Leg leg, Decision<ReleaseEvent> decision)
    {
        var codes = decision.Refusals.Select(refusal => refusal.Code).ToList();
        if (leg.Command is not (DeployRelease or StartStage) || (decision.Events.Count == 0 && codes.TrueForAll(code => code.StartsWith("release.request.", StringComparison.Ordinal) || code is "release.time.backwards" or "lifecycle.transition.undefined")))
        {
            return;
        }

        var shoals = Shoals.Around(before, leg.Facts.Dependencies).ToList();
        var isTold = codes.Exists(code => code.StartsWith("release.dependency.", StringComparison.Ordinal));
        Check(isTold == (shoals.Count > 0), $"a release goes live only in the order and beside the versions that it depends on; told {string.Join(", ", codes)}, found {string.Join(", ", shoals)}");
        Waited += isTold ? 1 : 0;
        Excepted += decision.Events.Count > 0 && leg.Facts.Dependencies is { Downgrades.Count: > 0 } ? 1 : 0;
    }

    private void Deploys(Release before, ReleaseFacts facts)
    {
        Check(before.Tested == before.Digest, "what goes out was tested");
        Check(_voyage.ApprovalsThatCount >= 2, "what goes out was let go by two who had no hand in it");
        Check(before.Content.Changes.All(change => facts.Clearances!.Any(clearance => clearance.Id == change && clearance.IsCleared)), "every carried change is cleared");
        Check(facts.Bookings!.Own.Equals(before.Slots) && before.Slots[0].Contains(facts.Stamp.At), "it goes out in the slot that it holds");
    }

    private bool IsBare => Release is { Votes.Count: 0, Tested: null, Slots.Count: 0, StagesDone.Count: 0 };

    private bool IsRepetition(Leg leg) => leg.Facts.Stamp.Command == _last?.Facts.Stamp.Command && leg.Command.Equals(_last.Command);

    private string Choose() => _dice.Next(20) switch
    {
        0 or 1 => ReleaseMatrix.Triggers[_dice.Next(ReleaseMatrix.Triggers.Count)],
        var thrown when thrown < (_voyage.State is "Paused" or "Rejected" or "Verifying" or "RolledBack" or "RollingBack" ? 15 : 6) && ReleaseMatrix.Legal[_voyage.State] is { Count: > 0 } legal => legal[_dice.Next(legal.Count)].Trigger,
        _ => Expected(),
    };

    private string Expected() => _voyage.State switch
    {
        "Planned" => "StartBuild",
        "Building" when seed % 4 == 0 && Release.Content.Package is not null && _dice.Next(3) > 0 => _dice.Next(2) == 0 ? "Promote" : "DeploymentDone",
        "Building" => "Built",
        "Testing" when seed % 4 == 0 => _dice.Next(10) == 0 ? "ExemptStep" : Release.DeploymentTo(Crew.Staging) switch
        {
            null => "Promote",
            { Outcome: DeploymentOutcome.Succeeded } there => there.Latest("smoke") is null ? "RecordPromotion" : "TestsPassed",
            { Outcome: null } => "DeploymentDone",
            _ => "Promote",
        },
        "Testing" => "TestsPassed",
        "Authorizing" when Release.Votes.Any(vote => vote.Board is not null) && _dice.Next(4) == 0 => "WithdrawDecision",
        "Authorizing" => _voyage.ApprovalsThatCount < 2 ? "CastVote" : "Go",
        "Approved" => "Schedule",
        "Scheduled" => "StartDeployment",
        "Deploying" when Release.NextStage is not null => "BeginStage",
        "Deploying" when Release.RunUnderWay is { } run => _dice.Next(8) switch { 0 => "RecordGate:failed", _ => Release.Content.Rollout!.Stages[Release.Runs.Count - 1].Gates.Any(gate => run.Latest(gate.Name)?.Verdict != GateVerdict.Passed) ? "RecordGate" : "StageDone" },
        "Deploying" => "AllStagesDone",
        "Paused" => _dice.Next(2) == 0 ? "RecordGate" : "Continue",
        "RollingBack" => "RolledBack",
        "Verifying" when Release.Incidents.Any(linked => linked.OverAt is null) => "IncidentOver",
        "Verifying" when Release.Shown(Release.Content.Criteria[0]) is null => "RecordCriterion",
        "Verifying" => _dice.Next(2) == 0 ? "Accept" : "RollBack",
        "RolledBack" or "Rejected" => "Replan",
        _ => "Annotate",
    };

    private Leg Spoiled(Leg leg) => _dice.Next(14) switch
    {
        0 => leg with { Facts = leg.Facts with { Calendar = null } },
        1 => leg with { Facts = leg.Facts with { Bookings = null } },
        2 => leg with { Facts = leg.Facts with { Directory = null } },
        3 => leg with { Facts = leg.Facts with { Policy = null } },
        4 => leg with { Facts = leg.Facts with { Clearances = null } },
        5 => leg with { Facts = leg.Facts with { Clearances = Crew.OneShort } },
        6 => leg with { Facts = leg.Facts with { Bookings = Bookings.None } },
        7 => leg with { Facts = leg.Facts with { Directory = Crew.Strangers } },
        8 => Stamped(leg, leg.Facts.Stamp.At - Duration.Epsilon - Duration.FromMinutes(1), leg.Facts.Stamp.Actor),
        9 => Stamped(leg, leg.Facts.Stamp.At, Crew.Bot),
        10 => Stamped(leg, leg.Facts.Stamp.At, Crew.Ed),
        11 => _last ?? leg,
        12 when _last is { } last => leg with { Facts = leg.Facts with { Stamp = new Stamp(leg.Facts.Stamp.At, leg.Facts.Stamp.Actor, last.Facts.Stamp.Command) } },
        _ => leg with { Command = Worse(leg.Command) },
    };

    private ReleaseCommand Worse(ReleaseCommand command) => command switch
    {
        FinishBuild it => new FinishBuild(it.Package with { Artifacts = [] }),
        PassTests it => it with { Tested = Digest.Of(Encoding.UTF8.GetBytes("other")) },
        VoteOnRelease it => it with { Seen = Digest.Of(Encoding.UTF8.GetBytes("other")) },
        RecordReleaseDecision it => it with { Attendance = [Crew.Members[0].Id, Crew.Olga.Id] },
        ScheduleRelease => new ScheduleRelease([Crew.Frozen]),
        RescheduleRelease => new RescheduleRelease([]),
        FinishStage => new FinishStage("beyond"),
        FinishDeployment it => it with { Outcome = DeploymentOutcome.Failed },
        PromoteRelease it => it with { Package = Digest.Zero },
        RecordPromotionEvidence it => new RecordPromotionEvidence(it.Environment, GateEvidence.Of("smoke", GateVerdict.Failed, it.Evidence.MeasuredAt, "run 4", Digest.Zero)),
        GrantPromotionExemption it => it with { Until = Instant.MinValue },
        StartStage it => _dice.Next(2) == 0 ? it with { Package = Digest.Zero } : it with { Stage = "all" },
        RecordGateEvidence it => new RecordGateEvidence(GateEvidence.Of(it.Evidence.Gate, GateVerdict.Passed, it.Evidence.MeasuredAt - Duration.FromDays(_dice.Next(3)), _dice.Next(2) == 0 ? " " : "run 12", Digest.Zero)),
        RollBackRelease it => new RollBackRelease(it.Reason, [Crew.Good with { Version = SemanticVersion.Parse("2.3.8") }]),
        AnnotateRelease => new AnnotateRelease(" "),
        CancelRelease => new CancelRelease(string.Empty),
        _ => command,
    };

    private static Leg Stamped(Leg leg, Instant at, Actor actor) => leg with { Facts = leg.Facts with { Stamp = new Stamp(at, actor, leg.Facts.Stamp.Command) } };

    private void Check(bool holds, string what)
    {
        if (!holds)
        {
            throw new InvalidOperationException(FormattableString.Invariant($"Not so in the journey {seed} after {Commands} commands: {what}."));
        }
    }
}
