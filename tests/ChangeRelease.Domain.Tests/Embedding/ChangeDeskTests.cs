using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Embedding;

public sealed class ChangeDeskTests
{
    private static readonly TenantId Tenant = new("acme");
    private static readonly Actor Ann = Actor.Human(new ActorId("ann"));
    private static readonly Actor Bob = Actor.Human(new ActorId("bob"));
    private static readonly Actor Cid = Actor.Human(new ActorId("cid"));
    private static readonly Actor Dan = Actor.Human(new ActorId("dan"));
    private static readonly ChangeId Id = new("CHG-1");

    private readonly SteppingClock _clock = new(Instant.FromUtc(2026, 11, 2, 9, 0));
    private readonly InMemoryEventStore _store = new();
    private int _commands;

    [Fact]
    public async Task A_normal_change_goes_from_draft_to_closed()
    {
        var desk = Desk();
        await Do(desk, new OpenChange(Id, "normal", Content), Ann);
        await Do(desk, new SubmitChange(), Ann);
        await Do(desk, new AssessChange(Grade.Low, Grade.Low, "small", [new Slot(_clock.Now, _clock.Now + Duration.FromDays(7))]), Dan);
        var digest = (await desk.FindAsync(Id))!.Digest;
        await Do(desk, new VoteOnChange(VoteChoice.Approve, digest), Bob);
        await Do(desk, new VoteOnChange(VoteChoice.Approve, digest), Cid);
        await Do(desk, new AuthorizeChange(), Bob);
        var search = await desk.EarliestSlotAsync(Id, _clock.Now, _clock.Now + Duration.FromDays(30));
        await Do(desk, new ScheduleChange(search!.Slot!), Ann);

        var early = await desk.HandleAsync(Id, new StartChange(), Ann, new CommandId("early"));
        early.Refusals.Select(refusal => refusal.Code).Should().BeEquivalentTo("change.start.outside-slot", "change.start.too-late");
        early.Refusals[0].Earliest.Should().Be(search.Slot!.Start + ChangeModel.OrdinaryGuardBand);

        _clock.Now = early.Refusals[0].Earliest!.Value;
        await Do(desk, new StartChange(), Ann);
        await Do(desk, new CompleteChange(), Ann);
        await Do(desk, new ReviewChange(ReviewOutcome.Successful), Bob);
        var closed = await Do(desk, new CloseChange(), Bob);

        closed.Subject!.Status.Should().Be(ChangeStates.Closed);
        (await HashChain()).Should().BeTrue();
    }

    [Fact]
    public async Task Two_changes_never_share_the_last_place_of_a_window()
    {
        var desk = Desk();
        var ids = Enumerable.Range(1, 8).Select(number => new ChangeId($"CHG-{number}")).ToList();
        foreach (var id in ids)
        {
            await Approve(desk, id);
        }

        var slot = (await desk.EarliestSlotAsync(ids[0], _clock.Now, _clock.Now + Duration.FromDays(30)))!.Slot!;
        var outcomes = await Task.WhenAll(ids.Select(id => Task.Run(() => desk.HandleAsync(id, new ScheduleChange(slot), Ann, new CommandId($"s-{id}")).AsTask())));

        outcomes.Count(outcome => outcome.IsAccepted).Should().Be(2);
        outcomes.Where(outcome => !outcome.IsAccepted).Should().OnlyContain(outcome => outcome.Refusals.Single().Code == "change.slot.full");
    }

    private static ChangeContent Content => new()
    {
        Title = "Raise the pool",
        Justification = "It runs dry",
        Services = [new ServiceId("payments")],
        Environments = [new EnvironmentId("production")],
        ImplementationPlan = ChangePlan.Of("Do"),
        TestPlan = ChangePlan.Of("Try"),
        RemediationPlan = ChangePlan.Of("Undo"),
        Effort = new Effort(Duration.Zero, Duration.FromMinutes(30), Duration.FromMinutes(10)),
    };

    private ChangeDesk Desk() => new(
        _store,
        new FactBook
        {
            Calendar = ChangeCalendar.Define(
                new CalendarId("nights"), 1, CalendarDefault.ClosedByDefault,
                [new Window(new RuleId("night"), "Night", "Europe/London", Recurrence.Weekly(new LocalTime(22, 0), IsoDayOfWeek.Tuesday), RuleLength.Until(new LocalTime(6, 0)), Scope.Everything) { Capacity = 2 }],
                DateTimeZoneProviders.Tzdb),
            Directory = new DirectorySnapshot("1", [new Membership(new RoleId("cab"), [Ann.Id, Bob.Id, Cid.Id]), new Membership(Needs.Assessors, [Dan.Id])]),
            Policy = new ApprovalPolicy(new PolicyId("p"), 1, [new ApprovalRule("normal", ApprovalAct.Authorize, Ask.Of(2, new RoleId("cab")))]),
            Scheme = AssessmentScheme.Plain,
        },
        _clock,
        new DeskSettings(Tenant));

    private async Task Approve(ChangeDesk desk, ChangeId id)
    {
        await Do(desk, new OpenChange(id, "normal", Content), Ann, id);
        await Do(desk, new SubmitChange(), Ann, id);
        await Do(desk, new AssessChange(Grade.Low, Grade.Low, "small", [new Slot(_clock.Now, _clock.Now + Duration.FromDays(7))]), Dan, id);
        var digest = (await desk.FindAsync(id))!.Digest;
        await Do(desk, new VoteOnChange(VoteChoice.Approve, digest), Bob, id);
        await Do(desk, new VoteOnChange(VoteChoice.Approve, digest), Cid, id);
        await Do(desk, new AuthorizeChange(), Bob, id);
    }

    private async Task<Outcome<ChangeRequest, ChangeEvent>> Do(ChangeDesk desk, ChangeCommand command, Actor actor, ChangeId? id = null)
    {
        var outcome = await desk.HandleAsync(id ?? Id, command, actor, new CommandId($"c{++_commands}"));
        outcome.Refusals.Should().BeEmpty();
        return outcome;
    }

    private async Task<bool> HashChain()
    {
        var records = new List<EventRecord>();
        await foreach (var record in _store.ReadAsync(new StreamId(Tenant, "change", Id.Value), 0, default))
        {
            records.Add(record);
        }

        return Domain.History.HashChain.Verify(records).IsIntact;
    }

    private sealed class SteppingClock(Instant now) : IClock
    {
        public Instant Now { get; set; } = now;

        public Instant GetCurrentInstant() => Now;
    }
}
