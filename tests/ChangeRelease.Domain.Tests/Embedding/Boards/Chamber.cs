using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Embedding.Boards;

/// <summary>A firm whose CAB and ECAB meet: two changes that wait for a board, and desks over any store.</summary>
internal sealed class Chamber : IClock
{
    public static readonly MeetingId Id = new("cab-1");
    public static readonly MeetingId Later = new("cab-2");
    public static readonly Actor Chair = World.Person("clara");
    public static readonly Actor Secretary = World.Person("sven");
    public static readonly ValueList<ActorId> Everybody = [World.Ann.Id, World.Bob.Id, World.Cid.Id];

    public static readonly Board Cab = new(new BoardId("cab"), new RoleId("cab"), new RoleId("cab-recorders"), Threshold.Number(2));
    public static readonly Board Ecab = new(new BoardId("ecab"), new RoleId("ecab"), new RoleId("ecab-recorders"), Threshold.Number(1));

    private static readonly DirectorySnapshot Directory = new(
        "1",
        [
            new Membership(Cab.Members, Everybody),
            new Membership(Cab.Recorders, [Chair.Id, Secretary.Id]),
            new Membership(Ecab.Members, [World.Eve.Id]),
            new Membership(Ecab.Recorders, [Secretary.Id]),
            new Membership(Domain.Changes.Needs.Assessors, [World.Dan.Id]),
        ])
    {
        Boards = [Cab, Ecab],
    };

    private int _serial;

    public Instant Now { get; set; } = World.Opening;

    /// <summary>The facts; tests may take some away, or put others in.</summary>
    public FactBook Book { get; set; } = new()
    {
        Directory = Directory,
        Scheme = AssessmentScheme.Plain,
        Emergencies = new EmergencyTerms(Grade.High, 3, Duration.FromDays(30), Duration.FromHours(1), Duration.FromDays(1), Duration.FromDays(7)),
        Incidents = [new KnownIncident(new IncidentId("INC-1"), Grade.Critical)],
        Policy = new ApprovalPolicy(
            new PolicyId("p"), 1,
            [new ApprovalRule("normal", ApprovalAct.Authorize, Ask.Board(Cab.Id)), new ApprovalRule("emergency", ApprovalAct.Authorize, Ask.Board(Ecab.Id))]),
    };

    public static StreamId Stream { get; } = new(World.Tenant, "meeting", Id.Value);

    public static async Task<List<MeetingEvent>> Events(IEventStore store) =>
        [.. (await World.Records(store, Stream)).Select(record => MeetingJson.ReadEvent(record.Payload.Span))];

    public static Task<Snapshot> Beginning(IEventStore store) => Snapshot.Of(store, Stream, World.StreamOf(World.One), World.StreamOf(World.Two));

    public Instant GetCurrentInstant() => Now;

    public BoardDesk Meetings(IEventStore store) => new(store, Book, this, Settings);

    public ChangeDesk Changes(IEventStore store) => new(store, Book, this, Settings);

    public CommandId Next() => new(FormattableString.Invariant($"b{_serial++}"));

    public async Task<BoardMeeting> Must(IEventStore store, MeetingCommand command, Actor? actor = null, MeetingId? id = null)
    {
        var outcome = await Meetings(store).HandleAsync(id ?? Id, command, actor ?? Secretary, Next());
        outcome.Refusals.Should().BeEmpty($"{command} is accepted");
        return outcome.Subject!;
    }

    public async Task<string> Told(IEventStore store, MeetingCommand command, Actor actor, CommandId commandId) =>
        Word(await Meetings(store).HandleAsync(Id, command, actor, commandId).ConfigureAwait(false));

    public static string Word(Outcome<BoardMeeting, MeetingEvent> outcome) =>
        outcome.IsAccepted ? "accepted" : string.Join(' ', outcome.Refusals.Select(Word).Order(StringComparer.Ordinal));

    /// <summary>A meeting in session with Ann, Bob and Cid there, and two changes on its agenda that Dora requested.</summary>
    public async Task Sit(IEventStore store)
    {
        foreach (var id in (ChangeId[])[World.One, World.Two])
        {
            await World.Must(Changes(store), id, "open", new OpenChange(id, "normal", World.Work), World.Person("dora"));
            await World.Must(Changes(store), id, "submit", new SubmitChange(), World.Person("dora"));
            await World.Must(Changes(store), id, "assess", new AssessChange(Grade.Low, Grade.Low, "small", [new(World.Opening, World.Opening + Duration.FromDays(60))]), World.Dan);
        }

        await Must(store, new PlanMeeting(Id, Cab.Id, World.Night(0)), Chair);
        await Must(store, await Agenda(store), Chair);
        await Must(store, new OpenMeeting(Everybody));
    }

    public async Task<SetMeetingAgenda> Agenda(IEventStore store)
    {
        var (desk, pins) = (Changes(store), new List<PinnedChange>());
        foreach (var id in (ChangeId[])[World.One, World.Two])
        {
            var change = (await desk.FindAsync(id))!;
            pins.Add(new PinnedChange(id, change.Version, change.Digest));
        }

        return new SetMeetingAgenda(new MeetingAgenda(pins.ToValueList(), []));
    }

    public async Task<DecideItem> Decide(IEventStore store, ChangeId id, VoteChoice choice = VoteChoice.Approve) =>
        new(id, choice, (await Changes(store).FindAsync(id))!.Digest, "as discussed");

    /// <summary>What the meeting and the changes say of each other: decided in the meeting means decided by the change, by the same people.</summary>
    public async Task Agree(IEventStore store)
    {
        var meeting = (await Meetings(store).FindAsync(Id))!;
        foreach (var item in meeting.Items)
        {
            var votes = (await Changes(store).FindAsync(item.Pinned.Change))!.Votes;
            if (item.Ruling is { IsEntered: true } ruling)
            {
                var vote = votes.Should().ContainSingle().Subject;
                (vote.Board, vote.Choice, vote.Seen, vote.Voter).Should().Be((new BoardDecision(meeting.Board, ruling.Decision.Attendance), ruling.Decision.Choice, ruling.Decision.Seen, ruling.Stamp.Actor.Id));
            }
            else
            {
                item.Ruling.Should().BeNull();
                votes.Should().BeEmpty();
            }
        }
    }

    private static string Word(Refusal refusal) => refusal.Facts.FirstOrDefault(fact => fact.Name == "refusal")?.Value ?? refusal.Code;

    private static DeskSettings Settings => new(World.Tenant);
}
