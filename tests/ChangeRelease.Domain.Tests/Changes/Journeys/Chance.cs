using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Tests.Changes.Assessing;
using ChangeRelease.Domain.Tests.Changes.Matrices;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Changes.Journeys;

/// <summary>What a traveler does next: usually the expected step, sometimes anything, sometimes with bad facts.</summary>
internal sealed class Chance(int seed)
{
    private static readonly Actor[] Anyone = [Cast.Rita, Cast.Ivan, Cast.Asa, Cast.Oscar, Cast.Bot, Cast.Petra, Cast.Members[0], Cast.Members[3], Actor.Service(new ActorId("orphan"), null)];
    private static readonly ChangeModelCatalog Strangers = new(ChangeModels.Retrospective);
    private static readonly Dictionary<(string Model, string State), (string Trigger, string? Case)[]> Legal = Matrix.Of.Values
        .SelectMany(matrix => matrix.Cells.Select(cell => (matrix.Model, cell)))
        .GroupBy(entry => (entry.Model, entry.cell.State))
        .ToDictionary(group => group.Key, group => group.SelectMany(entry => entry.cell.Answers.Select(answer => (entry.cell.Trigger, answer.Case))).ToArray());

    private static readonly string[] Triggers = Matrix.Of["normal"].Rows.Select(row => row.Trigger).ToArray();
    private readonly Random _random = new(seed);

    public int Next(int bound) => _random.Next(bound);

    public Move Step(Traveler traveler) => _random.Next(100) switch
    {
        < 40 => Expected(traveler),
        < 78 => Legally(traveler),
        < 86 => traveler.Good(Triggers[_random.Next(Triggers.Length)]),
        < 88 => Jump(traveler),
        _ => Spoil(traveler, _random.Next(2) == 0 ? Expected(traveler) : Legally(traveler)),
    };

    private Move Expected(Traveler traveler) => traveler.Good(traveler.State switch
    {
        "Draft" when traveler.Change.Model.Id == "emergency" && _random.Next(4) == 0 => traveler.Change.BreakGlassRequest is null ? "RequestBreakGlass" : "BreakGlass",
        "Draft" or "Recorded" => "Submit",
        "Assessing" => "CompleteAssessment",
        "Authorizing" when traveler.Change.Votes.Any(vote => vote.Board is not null) && _random.Next(4) == 0 => "WithdrawDecision",
        "Authorizing" when traveler.Change.VoidedVotes.Count > 0 && _random.Next(4) == 0 => "CarryOver",
        "Authorizing" => traveler.IsAgreed() ? "Authorize" : "CastVote",
        "Approved" or "Scheduled" when traveler.Change.OverrideRequests.Count > 0 && _random.Next(2) == 0 => "OverrideFreeze",
        "Approved" => traveler.Change.Model.Id == "emergency" && _random.Next(5) == 0 ? "Start" : "Schedule",
        "Scheduled" => "Start",
        "Implementing" => _random.Next(2) == 0 ? "BackOut" : "Complete",
        "BackingOut" => "BackedOut",
        "Ratifying" => traveler.IsAgreed() ? "Ratify" : "CastVote",
        "Reviewing" => traveler.Change.Review is null ? "RecordReview" : "Close",
        "Rejected" => "Revise",
        _ => "Resume",
    });

    private Move Legally(Traveler traveler)
    {
        var legal = Legal[(traveler.Change.Model.Id, traveler.State)];
        var (trigger, inCase) = legal[_random.Next(legal.Length)];
        return trigger == "Cancel" && traveler.State is "Draft" or "Assessing" or "Authorizing" or "Approved" && _random.Next(2) == 0
            ? Expected(traveler)
            : traveler.Good(trigger, trigger is "Amend" && inCase is null ? (_random.Next(2) == 0 ? "immaterial" : "material") : inCase);
    }

    private Move Jump(Traveler traveler)
    {
        traveler.Now += Duration.FromHours(_random.Next(600));
        return Expected(traveler);
    }

    private Move Spoil(Traveler traveler, Move move) => move with { Facts = SpoiltFacts(traveler, move.Facts), Command = _random.Next(3) == 0 ? SpoiltCommand(traveler, move.Command) : move.Command };

    private ChangeFacts SpoiltFacts(Traveler traveler, ChangeFacts facts) => _random.Next(15) switch
    {
        0 => facts with { Directory = null },
        1 => facts with { Policy = null },
        2 => facts with { Calendar = null },
        3 => facts with { Template = null },
        4 => facts with { Template = Cast.Lapsed },
        5 => facts with { Emergency = null, Scheme = null },
        6 => facts with { Emergency = Cast.Emergency with { Incident = Cast.Emergency.Incident! with { Severity = Grade.Low }, OverdueDebts = 1 } },
        7 => facts with { Bookings = null },
        8 => facts with { Directory = Cast.NewBoard },
        9 or 10 or 11 => facts with { Stamp = new Stamp(facts.Stamp.At, Anyone[_random.Next(Anyone.Length)], facts.Stamp.Command) },
        12 => facts with { Stamp = new Stamp(traveler.Change.LastAt - Duration.FromMilliseconds(_random.Next(2)), facts.Stamp.Actor, facts.Stamp.Command) },
        13 => facts with { Stamp = new Stamp(facts.Stamp.At, facts.Stamp.Actor, traveler.Events[_random.Next(traveler.Events.Count)].Header.Stamp.Command) },
        _ => new ChangeFacts(facts.Stamp, Strangers),
    };

    private ChangeCommand SpoiltCommand(Traveler traveler, ChangeCommand command) => command switch
    {
        VoteOnChange => _random.Next(2) == 0 ? new VoteOnChange(VoteChoice.Approve, Digest.Zero) : new VoteOnChange((VoteChoice)_random.Next(3), traveler.Change.Digest, "hm"),
        ScheduleChange => new ScheduleChange(Slots(traveler), _random.Next(3) == 0 ? new ReleaseId("REL-1") : null),
        RescheduleChange => new RescheduleChange(Slots(traveler), _random.Next(3) == 0 ? new ReleaseId("REL-1") : null),
        AmendChange => new AmendChange(_random.Next(3) switch
        {
            0 => traveler.Change.Content,
            1 => traveler.Change.Content with { Template = new TemplateId("another") },
            _ => traveler.Change.Content with { Effort = null, Environments = [] },
        }),
        DeferChange => new DeferChange(traveler.Now, "now"),
        RetypeChange => new RetypeChange("unheard-of"),
        ReviewChange => new ReviewChange((ReviewOutcome)_random.Next(4)),
        CloseChange => new CloseChange(new ChangeId("CHG-2")),
        CancelChange => new CancelChange(" "),
        ProposeFreezeOverride => new ProposeFreezeOverride(Cast.Audit, Instant.MaxValue, "far away"),
        ConfirmFreezeOverride => new ConfirmFreezeOverride(new RuleId("unheard-of"), Cast.Frozen.Start),
        HoldChange => new HoldChange(string.Empty),
        AssessChange when traveler.Change.Version % 2 == 0 => Schemes.Said,
        AssessChange => new AssessChange(Grade.Low, Grade.Low, string.Empty, [traveler.Free(1), traveler.Free(30_000)]),
        _ => command,
    };

    private ValueList<Slot> Slots(Traveler traveler) => _random.Next(5) switch
    {
        0 => [],
        1 => [traveler.Free(-30)],
        2 => [new Slot(traveler.Now + Duration.FromHours(1), traveler.Now + Duration.FromMinutes(70))],
        3 => [traveler.Free(200), traveler.Free(100)],
        _ => [Cast.Frozen],
    };
}
