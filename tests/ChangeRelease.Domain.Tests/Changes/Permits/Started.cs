using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using ChangeRelease.Domain.Tests.Embedding;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Changes.Permits;

/// <summary>A change that was really begun at a desk: its stream, and the permits that it issued.</summary>
internal sealed record Started(World World, InMemoryEventStore Store, ChangeId Id, ChangeRequest Change, IReadOnlyList<EventRecord> Records)
{
    public static readonly EnvironmentId Production = new("production");
    public static readonly EnvironmentId Staging = new("staging");
    public static readonly ChangeContent Work = World.Work with { Environments = [Production, Staging] };
    public static readonly Instant Start = World.Night(0).Start + Duration.FromMinutes(10);

    public IEnumerable<Permit> Permits => Change.Permits.Select(standing => standing.Permit);

    public Permit Permit => Change.Permits[0].Permit;

    public ChangeDesk Desk => World.Changes(Store);

    /// <summary>Opens, authorizes, schedules and starts a change; what happens before the start may differ.</summary>
    public static async Task<Started> BeginAsync(ChangeId id, TenantId tenant, bool isAmended = false, bool isRescheduled = false)
    {
        var (world, store) = (new World { Of = tenant, Capacity = 9 }, new InMemoryEventStore());
        var desk = world.Changes(store);
        await Do(desk, id, "open", new OpenChange(id, "normal", Work), World.Ann);
        await Do(desk, id, "submit", new SubmitChange(), World.Ann);
        await AuthorizeAsync(desk, id, string.Empty);
        if (isAmended)
        {
            await Do(desk, id, "amend", new AmendChange(Work with { TestPlan = ChangePlan.Of("Try twice"), AcceptableTimes = Times }), World.Ann);
            await AuthorizeAsync(desk, id, "-again");
        }

        await Do(desk, id, "schedule", new ScheduleChange(World.Night(isRescheduled ? 1 : 0)), World.Otto);
        if (isRescheduled)
        {
            await Do(desk, id, "reschedule", new RescheduleChange(World.Night(0)), World.Otto);
        }

        world.Now = Start;
        await Do(desk, id, "start", new StartChange(), World.Otto);
        return await ReadAsync(world, store, id);
    }

    public static async Task<Started> ReadAsync(World world, InMemoryEventStore store, ChangeId id)
    {
        var records = await World.Records(store, new StreamId(world.Of, "change", id.Value));
        return new Started(world, store, id, ChangeRequest.Fold(records.Select(record => ChangeJson.ReadEvent(record.Payload.Span)))!, records);
    }

    /// <summary>The same change after a further command.</summary>
    public async Task<Started> AfterAsync(string name, ChangeCommand command)
    {
        await Do(Desk, Id, name, command, World.Otto);
        return await ReadAsync(World, Store, Id);
    }

    /// <summary>The case of a permit in the most favorable circumstances: where, with what and when it says itself.</summary>
    public PermitCase Favorable(Permit permit, Instant? at = null) => Asked(permit, permit.Environment, permit.Content, at ?? Instant.Max(permit.NotBefore, Start));

    public PermitCase Asked(Permit permit, EnvironmentId environment, Digest content, Instant at) => new(permit, environment, content, World.Otto, at)
    {
        Change = Change,
        HeadThere = permit.Version <= Records.Count ? Records[(int)permit.Version - 1].Hash : null,
    };

    private static ValueList<Slot> Times => [new Slot(World.Opening, World.Opening + Duration.FromDays(60))];

    private static async Task AuthorizeAsync(ChangeDesk desk, ChangeId id, string again)
    {
        var change = await Do(desk, id, $"assess{again}", new AssessChange(Grade.Low, Grade.Low, "small", Times), World.Dan);
        foreach (var voter in (Actor[])[World.Bob, World.Cid])
        {
            await Do(desk, id, $"vote-{voter.Id}{again}", new VoteOnChange(VoteChoice.Approve, change.Digest), voter);
        }

        await Do(desk, id, $"authorize{again}", new AuthorizeChange(), World.Bob);
    }

    private static Task<ChangeRequest> Do(ChangeDesk desk, ChangeId id, string name, ChangeCommand command, Actor actor) => World.Must(desk, id, name, command, actor);
}
