using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Embedding.Emergencies;

/// <summary>A firm with nothing but emergencies: who there is, what they know, what time it is, and their desk over any store.</summary>
internal sealed class Ward : IClock
{
    public static readonly Instant Opening = Instant.FromUtc(2026, 11, 2, 9, 0);
    public static readonly Duration Microsecond = Duration.FromNanoseconds(1_000);
    public static readonly Duration Period = Duration.FromDays(30);
    public static readonly TenantId Tenant = new("acme");
    public static readonly Actor Rita = World.Person("rita");
    public static readonly Actor Petra = World.Person("petra");
    public static readonly Actor Quinn = World.Person("quinn");
    public static readonly Actor Bot = Actor.Service(new ActorId("sweeper"), new ActorId("petra"));
    public static readonly ValueList<Actor> Board = new[] { "anna", "boris", "carla", "dora" }.Select(World.Person).ToValueList();
    public static readonly StreamId Ledger = new(Tenant, "emergencies", "ledger");

    private static readonly RoleId Ecab = new("ecab");

    public Instant Now { get; set; } = Opening;

    public EmergencyTerms Terms { get; init; } = TermsOf(1);

    /// <summary>Desks of two calendars share no ledger of bookings.</summary>
    public string Calendar { get; init; } = "always";

    public static EmergencyTerms TermsOf(int limit, OverdueDebtRule rule = OverdueDebtRule.OneMoreApprover) =>
        new(Grade.High, limit, Period, Duration.FromHours(1), Duration.FromDays(1), Duration.FromDays(7)) { WhenOverdue = rule };

    public static ChangeContent Fix(string service = "payments") => World.Work with { Services = [new ServiceId(service)], Incident = new IncidentId("INC-1") };

    public static ChangeId Id(int number) => new($"CHG-{number}");

    public static StreamId StreamOf(ChangeId id) => new(Tenant, "change", id.Value);

    public Instant GetCurrentInstant() => Now;

    public ChangeDesk Desk(IEventStore store) => new(store, Book, this, new DeskSettings(Tenant));

    public async Task<ChangeRequest> Open(IEventStore store, ChangeId id, string service = "payments") =>
        await World.Must(Desk(store), id, "open", new OpenChange(id, "emergency", Fix(service)), Rita);

    /// <summary>Opens a change and proposes to break glass for it.</summary>
    public async Task<ChangeRequest> Propose(IEventStore store, ChangeId id, string service = "payments")
    {
        await Open(store, id, service);
        return await World.Must(Desk(store), id, "propose", new ProposeBreakGlass("it burns"), Petra);
    }

    /// <summary>Opens a change and brings it to where so many members of the board have voted for it.</summary>
    public async Task<ChangeRequest> Vote(IEventStore store, ChangeId id, int votes, string service = "payments")
    {
        await Open(store, id, service);
        var change = await World.Must(Desk(store), id, "submit", new SubmitChange(), Rita);
        foreach (var member in Board.Take(votes))
        {
            change = await World.Must(Desk(store), id, $"vote {member.Id}", new VoteOnChange(VoteChoice.Approve, change.Digest), member);
        }

        return change;
    }

    /// <summary>Ratifies what was done, after it is completed.</summary>
    public async Task<ChangeRequest> Ratify(IEventStore store, ChangeId id)
    {
        var change = await World.Must(Desk(store), id, "complete", new CompleteChange(), Petra);
        foreach (var member in Board.Take(2))
        {
            await World.Must(Desk(store), id, $"ratifying vote {member.Id}", new VoteOnChange(VoteChoice.Approve, change.Digest), member);
        }

        return await World.Must(Desk(store), id, "ratify", new RatifyChange(), Rita);
    }

    public async Task<ValueList<string>> Refusals(IEventStore store, ChangeId id, ChangeCommand command, Actor actor, string? name = null) =>
        (await Desk(store).HandleAsync(id, command, actor, new CommandId(name ?? $"{command.Trigger} {Now}"))).Refusals.Where(refusal => !refusal.IsUnjudged).Select(refusal => refusal.Code).ToValueList();

    public static async Task<EmergencyLedger> LedgerIn(IEventStore store) => (await World.Records(store, Ledger))
        .Select(record => EmergencyLedgerJson.ReadEvent(record.Payload.Span))
        .Aggregate(EmergencyLedger.Empty, EmergencyLedger.Fold);

    /// <summary>How often glass was really broken: what the changes' own histories say.</summary>
    public static async Task<int> Broken(IEventStore store, params IEnumerable<ChangeId> ids)
    {
        var broken = 0;
        foreach (var id in ids)
        {
            broken += (await World.Records(store, StreamOf(id))).Count(record => record.Type == "glass-broken");
        }

        return broken;
    }

    public static async Task<bool> AreIntact(IEventStore store, params IEnumerable<ChangeId> ids)
    {
        foreach (var stream in ids.Select(StreamOf).Append(Ledger))
        {
            if (!HashChain.Verify(stream, await World.Records(store, stream)).IsIntact)
            {
                return false;
            }
        }

        return true;
    }

    private FactBook Book => field ??= new FactBook()
    {
        Calendar = ChangeCalendar.Define(new CalendarId(Calendar), 1, CalendarDefault.OpenByDefault, [], DateTimeZoneProviders.Tzdb),
        Directory = new DirectorySnapshot("1", [new Membership(Ecab, Board.Select(member => member.Id).ToValueList())]),
        Policy = new ApprovalPolicy(
            new PolicyId("p"), 1,
            [new ApprovalRule("emergency", ApprovalAct.Authorize, Ask.Of(2, Ecab)), new ApprovalRule("emergency", ApprovalAct.Ratify, Ask.Of(2, Ecab))]),
        Emergencies = Terms,
        Incidents = [new KnownIncident(new IncidentId("INC-1"), Grade.Critical)],
    };
}
