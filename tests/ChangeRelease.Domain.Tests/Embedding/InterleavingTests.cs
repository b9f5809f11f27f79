using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Tests.Embedding.Rivals;
using ChangeRelease.Domain.Tests.Promises;
using NodaTime;
using Xunit.Abstractions;
using ChangeBid = ChangeRelease.Domain.Tests.Embedding.Rivals.DeskBid<ChangeRelease.Domain.Foundation.ChangeId, ChangeRelease.Domain.Changes.ChangeRequest, ChangeRelease.Domain.Changes.ChangeCommand, ChangeRelease.Domain.Changes.ChangeEvent>;

namespace ChangeRelease.Domain.Tests.Embedding;

/// <summary>Two actors at their desks, their port calls in every order there is: the end is that of one after the other (S-51, S-71).</summary>
public sealed class InterleavingTests(ITestOutputHelper output)
{
    private readonly World _world = new();
    private readonly InMemoryEventStore _store = new();

    [Fact]
    public async Task Two_changes_want_one_last_place()
    {
        await _world.Bring(_store, World.One, World.Bob, World.Cid);
        await _world.Bring(_store, World.Two, World.Bob, World.Cid);
        await Serial(
            On(World.One, new ScheduleChange(World.Night(0)), World.Otto, "schedule"),
            On(World.Two, new ScheduleChange(World.Night(0)), World.Otto, "schedule"));
    }

    [Fact]
    public async Task Two_voters_vote_on_one_change()
    {
        var change = await _world.Bring(_store, World.One);
        await Serial(
            On(World.One, new VoteOnChange(VoteChoice.Approve, change.Digest), World.Bob, "bob"),
            On(World.One, new VoteOnChange(VoteChoice.Approve, change.Digest), World.Cid, "cid"));
    }

    [Fact]
    public async Task One_voter_votes_twice_at_once()
    {
        var change = await _world.Bring(_store, World.One);
        await Serial(
            On(World.One, new VoteOnChange(VoteChoice.Approve, change.Digest), World.Bob, "a"),
            On(World.One, new VoteOnChange(VoteChoice.Approve, change.Digest), World.Bob, "b"));
    }

    [Fact]
    public async Task One_authorizes_while_another_amends()
    {
        var change = await _world.Bring(_store, World.One, World.Bob);
        await World.Must(_world.Changes(_store), World.One, "second", new VoteOnChange(VoteChoice.Approve, change.Digest), World.Cid);
        await Serial(
            On(World.One, new AuthorizeChange(), World.Eve, "authorize"),
            On(World.One, new AmendChange(change.Content with { TestPlan = ChangePlan.Of("another") }), World.Ann, "amend"));
    }

    [Fact]
    public async Task One_starts_while_another_cancels()
    {
        await Scheduled(World.Night(0));
        _world.Now = World.Night(0).Start + Duration.FromMinutes(1);
        await Serial(
            On(World.One, new StartChange(), World.Otto, "start"),
            On(World.One, new CancelChange("no need"), World.Ann, "cancel"));
    }

    [Fact]
    public async Task Two_reschedule_one_change()
    {
        await Scheduled(World.Night(0));
        await Serial(
            On(World.One, new RescheduleChange(World.Night(1)), World.Otto, "a"),
            On(World.One, new RescheduleChange(World.Night(2)), World.Ann, "b"));
    }

    [Fact]
    public async Task One_annotates_while_another_schedules()
    {
        await _world.Bring(_store, World.One, World.Bob, World.Cid);
        await Serial(
            On(World.One, new AnnotateChange("looked at it"), World.Ann, "note"),
            On(World.One, new ScheduleChange(World.Night(0)), World.Otto, "schedule"));
    }

    [Fact]
    public async Task One_unschedules_while_another_reschedules()
    {
        await Scheduled(World.Night(0));
        await Serial(
            On(World.One, new UnscheduleChange("not now"), World.Ann, "unschedule"),
            On(World.One, new RescheduleChange(World.Night(1)), World.Otto, "reschedule"));
    }

    [Fact]
    public async Task One_takes_the_place_that_another_gives_up()
    {
        await Scheduled(World.Night(0));
        await _world.Bring(_store, World.Two, World.Bob, World.Cid);
        await Play(On(World.One, new UnscheduleChange("not now"), World.Ann, "a"), On(World.Two, new ScheduleChange(World.Night(0)), World.Otto, "a"), (_, _) => Task.CompletedTask);
    }

    [Fact]
    public async Task The_same_command_sent_twice_at_once_takes_effect_once()
    {
        await _world.Bring(_store, World.One, World.Bob, World.Cid);
        var twin = On(World.One, new ScheduleChange(World.Night(0)), World.Otto, "twin");
        await Play(twin, twin, async (told, store) =>
        {
            told.Should().BeEquivalentTo("done", "nothing");
            (await _world.Changes(store).FindAsync(World.One))!.Version.Should().Be(7);
        });
    }

    [Fact]
    public async Task One_command_id_with_two_contents_at_once_takes_effect_once()
    {
        await _world.Bring(_store, World.One, World.Bob, World.Cid);
        await Play(
            On(World.One, new ScheduleChange(World.Night(0)), World.Otto, "same"),
            On(World.One, new ScheduleChange(World.Night(1)), World.Otto, "same"),
            (told, _) => Task.FromResult(told.Should().BeEquivalentTo("done", "change.request.command-id-reused")));
    }

    private async Task Scheduled(Slot slot)
    {
        await _world.Bring(_store, World.One, World.Bob, World.Cid);
        await _world.Schedule(_store, World.One, slot);
    }

    private ChangeBid On(ChangeId id, ChangeCommand command, Actor actor, string name) => new((store, _) => _world.Changes(store), id, command, actor, name);

    /// <summary>Every interleaving ends as one of the two orders does, and both orders come by.</summary>
    private async Task Serial(Bid first, Bid second)
    {
        var findings = new Findings();
        await Explorer.WalkAsync(await Of(first, second), findings);

        output.WriteLine(findings.ToString());
        findings.Told.Should().BeEmpty();
        findings.Checked.Should().BeGreaterThan(1);
    }

    private async Task Play(Bid first, Bid second, Func<string[], IEventStore, Task> check)
    {
        var rivalry = await Of(first, second);
        var plays = await Explorer.PlayAsync(rivalry, async (told, store) =>
        {
            await check(told, store);
            (await rivalry.Arena.FaultAsync(store, World.Tenant)).Should().BeNull();
        });

        output.WriteLine(FormattableString.Invariant($"{plays} interleavings"));
        plays.Should().BeGreaterThan(1);
    }

    private async Task<Rivalry> Of(Bid first, Bid second) => new("two at their desks", new NightArena(_world), [], [first], [second]) { Earlier = await Snapshot.Of(_store) };
}
