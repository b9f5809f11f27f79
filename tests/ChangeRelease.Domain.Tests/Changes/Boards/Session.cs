using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Tests.Changes.Journeys;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Changes.Boards;

/// <summary>One meeting of a board on its way, with three changes that wait for it: knows, for every trigger, a command and an actor that ought to be accepted.</summary>
internal sealed class Session
{
    public static readonly MeetingId Id = new("cab-1");
    public static readonly MeetingId Next = new("cab-2");
    public static readonly Actor Chair = Cast.Clara;
    public static readonly Actor Secretary = Cast.Person("sven");
    public static readonly ActorId Anna = Cast.Members[0].Id;
    public static readonly ActorId Boris = Cast.Members[1].Id;
    public static readonly ActorId Carla = Cast.Members[2].Id;
    public static readonly Slot Hour = new(Cast.Opening + Duration.FromHours(1), Cast.Opening + Duration.FromHours(2));

    /// <summary>Six members and Rita, who requested the changes; chair and secretary record.</summary>
    public static readonly DirectorySnapshot Directory = Cast.Listing(Cast.Members.Select(member => member.Id).Append(Cast.Rita.Id)) is var listing
        ? listing with { Memberships = listing.Memberships.With(new Membership(Cast.Recorders, [Secretary.Id])) }
        : null!;

    private int _serial;

    public Session(PlanMeeting? plan = null)
    {
        var waiting = new Traveler("normal").Go("Submit", "CompleteAssessment").Change;
        Changes = Enumerable.Range(1, 3).Select(number => new ChangeId(FormattableString.Invariant($"CHG-{number}"))).ToDictionary(id => id, id => waiting with { Id = id });
        Must(plan ?? new PlanMeeting(Id, Cast.Cab.Id, Hour), Chair);
    }

    public BoardMeeting Meeting { get; private set; } = null!;

    public List<MeetingEvent> Events { get; } = [];

    public Dictionary<ChangeId, ChangeRequest> Changes { get; }

    public Instant Now { get; set; } = Cast.Opening;

    public string State => Meeting.Status.Name;

    public BoardMinutes Minutes => BoardMinutes.Of(Meeting)!;

    public MeetingAgenda Pinned => MeetingAgenda.Of(BoardAgenda.Of(Meeting.Terms, Changes.Values, Known(Chair, Directory), PriorityTable.Plain));

    public static MeetingFacts Facts(Actor actor, Instant at, string command) => new(new Stamp(at, actor, new CommandId(command)), [MeetingModels.Ordinary]) { Directory = Directory };

    public MeetingFacts Known(MeetingCommand command, Actor actor) => Facts(actor, Now, FormattableString.Invariant($"m{_serial++}")) with
    {
        Answer = command is DecideItem decide && Changes.TryGetValue(decide.Change, out var change) ? BoardAnswer.Of(change, DecisionOf(decide), Known(actor, Directory)) : null,
        Later = command is DeferItem { To: not null } ? Planned(Next) : null,
    };

    public static BoardMeeting Planned(MeetingId id, BoardId? board = null)
    {
        var directory = board is null ? Directory : Directory with { Boards = [new Board(board, Cast.Board, Cast.Recorders, Threshold.Number(2))] };
        var planned = MeetingDecider.Decide(null, new PlanMeeting(id, board ?? Cast.Cab.Id, Hour), Facts(Chair, Cast.Opening, "plan") with { Directory = directory });
        return BoardMeeting.Fold(planned.Events)!;
    }

    public Decision<MeetingEvent> Ask(MeetingCommand command, Actor actor, Func<MeetingFacts, MeetingFacts>? other = null)
    {
        var known = Known(command, actor);
        return MeetingDecider.Decide(Meeting, command, other?.Invoke(known) ?? known);
    }

    public Decision<MeetingEvent> Do(MeetingCommand command, Actor actor)
    {
        var decision = MeetingDecider.Decide(Meeting, command, Known(command, actor));
        foreach (var happened in decision.Events)
        {
            Fold(happened);
        }

        return decision;
    }

    public void Fold(MeetingEvent happened)
    {
        Meeting = BoardMeeting.Fold(Meeting, happened);
        Events.Add(happened);
    }

    public Session Must(MeetingCommand command, Actor actor)
    {
        Do(command, actor).Refusals.Should().BeEmpty($"{command} is accepted");
        return this;
    }

    /// <summary>Has the change take up what the board decided last.</summary>
    public Session Enter()
    {
        var ruling = Meeting.Items.Select(item => item.Ruling).First(ruling => ruling is { IsEntered: false })!;
        var (change, facts) = (Changes[ruling.Decision.Change], Known(Chair, Directory) with { Stamp = ruling.Stamp });
        var taken = ChangeDecider.Decide(change, new RecordBoardDecision(Cast.Cab.Id, ruling.Decision.Attendance, ruling.Decision.Choice, ruling.Decision.Seen, ruling.Decision.Reason), facts);
        taken.Refusals.Should().BeEmpty("the change had been asked before");
        Changes[change.Id] = ChangeRequest.Fold(change, taken.Events[0]);
        Fold(new RulingEntered(Office("enter"), ruling.Stamp.Command, new CommandId("elsewhere")));
        return this;
    }

    /// <summary>The header of what an office writes.</summary>
    public Domain.Lifecycles.EventHeader Office(string step) => new(new Stamp(Now, Secretary, new CommandId(FormattableString.Invariant($"{step}-{_serial++}"))), Meeting.Status, Meeting.Digest, Digest.Zero, []);

    /// <summary>Takes triggers one after the other, with what each needs before; all of it must be accepted.</summary>
    public Session Go(params string[] triggers)
    {
        foreach (var trigger in triggers)
        {
            Prepare(trigger);
            var (command, actor) = Good(trigger);
            Must(command, actor);
            _ = Meeting.Items.Any(item => item.Ruling is { IsEntered: false }) ? Enter() : this;
        }

        return this;
    }

    public void Prepare(string trigger)
    {
        if (trigger == "Open" && State == "Planned" && Meeting.Items.Count == 0)
        {
            Go("SetAgenda");
        }

        while (trigger == "Adjourn" && Meeting.Items.Any(item => item.IsOpen))
        {
            Go("Defer");
        }
    }

    public (MeetingCommand Command, Actor Actor) Good(string trigger) => trigger switch
    {
        "SetAgenda" => (new SetMeetingAgenda(Meeting.Items.All(item => item.IsOpen) ? Pinned : Meeting.Agenda), Chair),
        "Open" => (new OpenMeeting([Anna, Boris]), Secretary),
        "Arrive" => (new RecordArrival([Carla]), Secretary),
        "Depart" => (new RecordDeparture([Meeting.Present.Count > 0 ? Meeting.Present[0] : Anna]), Secretary),
        "Decide" => (Decide(Open()), Secretary),
        "Defer" => (new DeferItem(Open(), "no time left", Next), Secretary),
        "Adjourn" => (new AdjournMeeting(), Secretary),
        "Approve" => (new ApproveMinutes(BoardMinutes.Of(Meeting)?.Digest ?? Digest.Zero), Cast.Members[5]),
        "Cancel" => (new CancelMeeting("nothing to decide"), Chair),
        _ => throw new ArgumentOutOfRangeException(nameof(trigger), trigger, "No such trigger."),
    };

    public DecideItem Decide(ChangeId change, VoteChoice choice = VoteChoice.Approve) => new(change, choice, Changes[change].Digest, "as discussed");

    private RecordBoardDecision DecisionOf(DecideItem decide) => new(Meeting.Board, Meeting.Present, decide.Choice, decide.Seen, decide.Reason);

    private ChangeId Open() => (Meeting.Items.FirstOrDefault(item => item.IsOpen)?.Pinned.Change) ?? new ChangeId("CHG-1");

    private ChangeFacts Known(Actor actor, DirectorySnapshot directory) => Cast.Facts with
    {
        Stamp = new Stamp(Instant.Max(Now, Changes.Values.Select(change => change.LastAt).Max()), actor, new CommandId(FormattableString.Invariant($"c{_serial++}"))),
        Directory = directory,
        Policy = Cast.BoardPolicy,
    };
}
