using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Releases;
using ChangeRelease.Domain.Tests.Changes.Assessing;
using ChangeRelease.Domain.Tests.Changes.Journeys;
using ChangeRelease.Domain.Tests.Changes.Templates;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Embedding;

/// <summary>A firm that asks for every record there is, and the ways to each gate in it.</summary>
internal sealed class Hall : IClock
{
    public static readonly FactBook Book = new()
    {
        Calendar = Cast.Calendar,
        Directory = Play.Directory with { Memberships = Play.Directory.Memberships.With(new Membership(TrainNeeds.Conductors, [Cast.Clara.Id])) },
        Policy = Cast.Policy with
        {
            Rules = Cast.Policy.Rules.Where(rule => rule.SubjectClass != "retrospective").ToValueList().With((ValueList<ApprovalRule>)[.. Play.Policy.Rules, new ApprovalRule("minor", ApprovalAct.Authorize, Ask.Of(1, Cast.Board)), new ApprovalRule("retrospective", ApprovalAct.Ratify, Ask.Board(Cast.Cab.Id))]),
        },
        Scheme = AssessmentScheme.Define(new SchemeId("hall"), 1, new AssessmentDraft { History = Schemes.Draft.History, BlastRadius = Schemes.Draft.BlastRadius }),
        ServiceGraph = Schemes.Graph,
        Similar = new SimilarChanges(200, 199),
        Templates = [Cast.Template with { RiskCeiling = Grade.Critical }],
        Emergencies = Cast.Terms,
        Incidents = [Cast.Emergency.Incident!],
    };

    private static readonly TemplateId Template = new("reboot");
    private static readonly MeetingId Meeting = new("cab-1");
    private static readonly TrainId Weekly = new("weekly");
    private static readonly LocalDateTime Departs = (Cast.Opening + Duration.FromHours(3)).InUtc().LocalDateTime;
    private static readonly Duration Minute = Duration.FromMinutes(1);

    private int _serial;
    private Digest? _agreedOn;

    /// <summary>A gate, the way to it, and what another does there meanwhile.</summary>
    public sealed record Gate(string Name, Func<Hall, IEventStore, Task> Way, Func<Hall, IEventStore, IFactSource, CancellationToken, Task<ValueList<Refusal>>> Pass, Func<Hall, IEventStore, Task> Meanwhile)
    {
        public override string ToString() => Name;
    }

    public static Gate[] Gates { get; } =
    [
        OfChange("assess a normal change", "normal", [Submit], Assess, new HoldChange("wait")),
        OfChange("authorize a normal change", "normal", [Submit, Assess, Vote, Vote], Authorize, new HoldChange("wait")),
        OfChange("schedule a normal change", "normal", [Submit, Assess, Vote, Vote, Authorize], Schedule, new HoldChange("wait")),
        OfChange("start a normal change", "normal", [Submit, Assess, Vote, Vote, Authorize, Schedule], Start, new HoldChange("wait")),
        OfChange("start a standard change", "standard", [Submit, Vote, Authorize, Schedule], Start, new HoldChange("wait")),
        OfChange("submit a pre-approved change", "pre-approved", [], Submit, new CancelChange("no need")),
        OfChange("start a pre-approved change", "pre-approved", [Submit, Schedule], Start, new HoldChange("wait")),
        OfChange("start an emergency", "emergency", [Submit, Vote, Vote, Authorize], Start, new HoldChange("wait")),
        OfChange("break glass", "emergency", [(new ProposeBreakGlass("it burns"), Cast.Petra)], (new ConfirmBreakGlass(), Cast.Quinn), new CancelChange("no need")),
        new("publish a template", WayToPublish, (hall, store, facts, cancellation) => hall.Do(hall.Templates(store, facts), Template, new PublishTemplate(), Play.Olga, cancellation), (hall, store) => hall.Must(hall.Templates(store), Template, new RejectTemplate("too wide"), Play.Olga)),
        new("decide at a meeting", WayToDecide, (hall, store, facts, cancellation) => hall.Do(hall.Meetings(store, facts), Meeting, new DecideItem(World.One, VoteChoice.Approve, hall._agreedOn!), Cast.Clara, cancellation), (hall, store) => hall.Must(hall.Meetings(store), Meeting, new DeferItem(World.One, "later"), Cast.Clara)),
        new("close boarding of a train", WayToClose, (hall, store, facts, cancellation) => hall.Do(hall.Trains(store, facts), new CloseBoarding(Departs), cancellation), (hall, store) => hall.Must(hall.Trains(store), new CancelDeparture(Departs, "the line is closed"))),
        new("deploy a release", WayToDeploy, (hall, store, facts, cancellation) => hall.Do(hall.Releases(store, facts), World.Train, new DeployRelease(), Cast.Otto, cancellation), (hall, store) => hall.Must(hall.Releases(store), World.Train, new UnscheduleRelease("not now"), Cast.Otto)),
    ];

    public Instant Now { get; private set; } = Cast.Opening;

    public Instant GetCurrentInstant() => Now;

    private static Gate OfChange(string name, string model, (ChangeCommand Command, Actor Actor)[] way, (ChangeCommand Command, Actor Actor) gate, ChangeCommand meanwhile) => new(
        name,
        async (hall, store) =>
        {
            var change = await hall.Go(store, model, way);
            hall.Now = change.Slots.Count > 0 ? change.Slots[0].Start + Minute : hall.Now;
        },
        (hall, store, facts, cancellation) => hall.Do(hall.Changes(store, facts), World.One, gate.Command, gate.Actor, cancellation),
        (hall, store) => hall.Must(hall.Changes(store), World.One, meanwhile, Cast.Rita));

    private static (ChangeCommand Command, Actor Actor) Submit => (new SubmitChange(), Cast.Rita);

    private static (ChangeCommand Command, Actor Actor) Assess => (new AssessChange(Grade.Low, Grade.Low, "small", []), Cast.Asa);

    private static (ChangeCommand Command, Actor Actor) Vote => (new VoteOnChange(VoteChoice.Approve, Digest.Zero), Cast.Rita);

    private static (ChangeCommand Command, Actor Actor) Authorize => (new AuthorizeChange(), Cast.Oscar);

    private static (ChangeCommand Command, Actor Actor) Schedule =>
        (new ScheduleChange(new Slot(Cast.Opening + Duration.FromHours(2), Cast.Opening + Duration.FromHours(4))), Cast.Oscar);

    private static (ChangeCommand Command, Actor Actor) Start => (new StartChange(), Cast.Oscar);

    // Whoever has not voted yet votes for the content as it is.
    private async Task<ChangeRequest> Go(IEventStore store, string model, params (ChangeCommand Command, Actor Actor)[] way)
    {
        var change = (await Must(Changes(store), World.One, new OpenChange(World.One, model, Cast.Content), Cast.Rita))!;
        foreach (var (command, actor) in way)
        {
            change = command is VoteOnChange
                ? await Must(Changes(store), World.One, new VoteOnChange(VoteChoice.Approve, change!.Digest), Voter(change))
                : await Must(Changes(store), World.One, command, actor);
        }

        return change!;
    }

    private static Actor Voter(ChangeRequest change) => Cast.Members.First(member => !change.Votes.Any(vote => vote.Voter == member.Id));

    private static async Task WayToPublish(Hall hall, IEventStore store)
    {
        var template = await hall.Must(hall.Templates(store), Template, new ProposeTemplate(Template, Play.Content), Play.Paul);
        await hall.Must(hall.Templates(store), Template, new SubmitTemplate(), Play.Paul);
        foreach (var voter in Cast.Members.Skip(1).Take(2))
        {
            await hall.Must(hall.Templates(store), Template, new VoteOnTemplate(VoteChoice.Approve, template!.Digest), voter);
        }
    }

    private static async Task WayToDecide(Hall hall, IEventStore store)
    {
        var change = await hall.Go(store, "retrospective", Submit);
        hall._agreedOn = change.Digest;
        await hall.Must(hall.Meetings(store), Meeting, new PlanMeeting(Meeting, Cast.Cab.Id, new Slot(hall.Now, hall.Now + Duration.FromHours(1))), Cast.Clara);
        await hall.Must(hall.Meetings(store), Meeting, new SetMeetingAgenda(new MeetingAgenda([new PinnedChange(change.Id, change.Version, change.Digest)], [])), Cast.Clara);
        await hall.Must(hall.Meetings(store), Meeting, new OpenMeeting([.. Cast.Members.Select(member => member.Id)]), Cast.Clara);
    }

    private static async Task WayToClose(Hall hall, IEventStore store)
    {
        await hall.Go(store, "normal", Submit, Assess, Vote, Vote, Authorize, Schedule);
        await WayToGo(hall, store);
        await hall.Must(hall.Trains(store), new OpenTrain(Weekly, "Weekly", TrainTimetable.Daily(Departs, "Etc/UTC", Duration.FromHours(1))));
        await hall.Must(hall.Trains(store), new BoardTrain(TrainPassenger.Of(World.One), Departs));
        await hall.Must(hall.Trains(store), new BoardTrain(TrainPassenger.Of(World.Train), Departs));
        hall.Now = Cast.Opening + Duration.FromHours(2);
    }

    private static async Task WayToDeploy(Hall hall, IEventStore store)
    {
        var slot = new Slot(Cast.Opening + Duration.FromHours(2), Cast.Opening + Duration.FromHours(6));
        await hall.Go(store, "normal", Submit, Assess, Vote, Vote, Authorize);
        await WayToGo(hall, store);
        await hall.Must(hall.Releases(store), World.Train, new ScheduleRelease([slot]), Cast.Otto);
        await hall.Must(hall.Changes(store), World.One, ScheduleChange.On(World.Train), Cast.Otto);
        hall.Now = slot.Start + Minute;
    }

    private static async Task WayToGo(Hall hall, IEventStore store)
    {
        await hall.Must(hall.Releases(store), World.Train, new OpenRelease(World.Train, World.Package), Cast.Rita);
        await hall.Must(hall.Releases(store), World.Train, new StartReleaseBuild(), Cast.Rita);
        var release = await hall.Must(hall.Releases(store), World.Train, new FinishBuild(World.Built), Cast.Rita);
        release = await hall.Must(hall.Releases(store), World.Train, new PassTests(release!.Digest, "report"), Cast.Rita);
        await hall.Must(hall.Releases(store), World.Train, new VoteOnRelease(VoteChoice.Approve, release!.Digest), Cast.Members[1]);
        await hall.Must(hall.Releases(store), World.Train, new DecideGo(), Cast.Members[1]);
    }

    private ChangeDesk Changes(IEventStore store, IFactSource? facts = null) => new(store, facts ?? Book, this, new DeskSettings(World.Tenant));

    private TemplateDesk Templates(IEventStore store, IFactSource? facts = null) => new(store, facts ?? Book, this, new DeskSettings(World.Tenant));

    private BoardDesk Meetings(IEventStore store, IFactSource? facts = null) => new(store, facts ?? Book, this, new DeskSettings(World.Tenant));

    private ReleaseDesk Releases(IEventStore store, IFactSource? facts = null) => new(store, facts ?? Book, this, new DeskSettings(World.Tenant));

    private TrainDesk Trains(IEventStore store, IFactSource? facts = null) => new(store, facts ?? Book, this, new DeskSettings(World.Tenant));

    private async Task<ValueList<Refusal>> Do(TrainDesk desk, TrainCommand command, CancellationToken cancellation) =>
        (await desk.HandleAsync(Weekly, command, Cast.Clara, new CommandId(FormattableString.Invariant($"c{_serial++}")), cancellation)).Refusals;

    private async Task Must(TrainDesk desk, TrainCommand command) => (await Do(desk, command, CancellationToken.None)).Should().BeEmpty("{0} is accepted", command);

    private async Task<ValueList<Refusal>> Do<TId, TSubject, TCommand, TEvent>(Desk<TId, TSubject, TCommand, TEvent> desk, TId id, TCommand command, Actor actor, CancellationToken cancellation)
        where TId : Identifier
        where TSubject : class =>
        (await desk.HandleAsync(id, command, actor, new CommandId(FormattableString.Invariant($"c{_serial++}")), cancellation)).Refusals;

    private async Task<TSubject?> Must<TId, TSubject, TCommand, TEvent>(Desk<TId, TSubject, TCommand, TEvent> desk, TId id, TCommand command, Actor actor)
        where TId : Identifier
        where TSubject : class
    {
        (await Do(desk, id, command, actor, CancellationToken.None)).Should().BeEmpty("{0} by {1} is accepted", command, actor);
        return await desk.FindAsync(id);
    }
}
