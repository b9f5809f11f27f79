using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Embedding;

/// <summary>The desk reads what a change depends on from the streams of the others.</summary>
public sealed class DependencyTests
{
    private static readonly ChangeId Three = new("CHG-3");
    private static int _serial;

    [Fact]
    public async Task A_circle_is_refused_with_its_path_when_it_would_be_closed()
    {
        var (world, store) = (new World(), new InMemoryEventStore());
        await world.Bring(store, World.One);
        await world.Bring(store, World.Two);
        await world.Bring(store, Three);
        (await Amend(world, store, World.One, World.Two)).Should().BeEmpty();
        (await Amend(world, store, World.Two, Three)).Should().BeEmpty();

        var refusal = (await Amend(world, store, Three, World.One)).Should().ContainSingle().Subject;
        refusal.Code.Should().Be("change.dependency.cycle");
        refusal.Explanation.Should().Contain("CHG-3 \u2192 CHG-1 \u2192 CHG-2 \u2192 CHG-3");
        (await Amend(world, store, Three, Three)).Should().ContainSingle().Which.Code.Should().Be("change.dependency.self");
        (await Amend(world, store, Three, new ChangeId("CHG-0"))).Where(each => !each.IsUnjudged).Should().ContainSingle().Which.Code.Should().Be("change.dependency.unknown");
    }

    [Fact]
    public async Task A_circle_that_two_edits_close_at_the_same_time_is_named_when_they_start_and_cured_by_an_edit()
    {
        var (world, store) = (new World { Capacity = 2 }, new InMemoryEventStore());
        await world.Bring(store, World.One);
        await world.Bring(store, World.Two);
        var race = new Interposed(store, async () => (await Amend(world, store, World.Two, World.One)).Should().BeEmpty("it sees nothing of the other edit"));
        (await Amend(world, race, World.One, World.Two)).Should().BeEmpty("the other stream is not its own");

        await Again(world, store, World.One);
        await Again(world, store, World.Two);
        world.Now = World.Night(0).Start + Duration.FromMinutes(1);
        foreach (var (id, other) in new[] { (World.One, World.Two), (World.Two, World.One) })
        {
            var refused = await Start(world, store, id);
            refused.Select(refusal => refusal.Code).Distinct().Should().Equal("change.dependency.not-made");
            refused.Select(refusal => refusal.Explanation).Should().Equal($"{other} is in Scheduled.", $"They wait for each other: {id} \u2192 {other} \u2192 {id}.");
        }

        (await Amend(world, store, World.Two)).Should().BeEmpty();
        await Again(world, store, World.Two, minutes: 5);
        world.Now += Duration.FromMinutes(10);
        (await Start(world, store, World.Two)).Should().BeEmpty();
        (await Start(world, store, World.One)).Select(refusal => refusal.Explanation).Should().Equal("CHG-2 is in Implementing.");
        await World.Must(world.Changes(store), World.Two, "complete", new CompleteChange(), World.Otto);
        (await Start(world, store, World.One)).Should().BeEmpty("nobody waits for the review");
    }

    [Fact]
    public async Task A_draft_may_name_what_is_yet_to_be_opened_and_waits_with_handing_in()
    {
        var (world, store) = (new World(), new InMemoryEventStore());
        var desk = world.Changes(store);
        await World.Must(desk, World.One, "open", new OpenChange(World.One, "normal", World.Work with { DependsOn = [World.Two] }), World.Ann);
        async Task<Outcome<ChangeRequest, ChangeEvent>> Submit(string command) => await desk.HandleAsync(World.One, new SubmitChange(), World.Ann, new CommandId(command));

        (await Submit("first")).Refusals.Where(refusal => !refusal.IsUnjudged).Should().ContainSingle().Which.Code.Should().Be("change.dependency.unknown");
        await World.Must(desk, World.Two, "open", new OpenChange(World.Two, "normal", new ChangeContent()), World.Ann);
        (await Submit("second")).Refusals.Should().BeEmpty();
    }

    [Theory]
    [InlineData(ChangeDesk.MostDependencies, true)]
    [InlineData(ChangeDesk.MostDependencies + 1, false)]
    public async Task What_lies_beyond_the_bound_is_not_known_and_refused(int length, bool isKnown)
    {
        var (world, store) = (new World(), new InMemoryEventStore());
        var desk = world.Changes(store);
        ChangeId Link(int at) => new(FormattableString.Invariant($"LINK-{at}"));
        for (var at = 0; at < length; at++)
        {
            await World.Must(desk, Link(at), "open", new OpenChange(Link(at), "normal", new ChangeContent { DependsOn = at + 1 < length ? [Link(at + 1)] : [] }), World.Ann);
        }

        await World.Must(desk, World.One, "open", new OpenChange(World.One, "normal", World.Work with { DependsOn = [Link(0)] }), World.Ann);
        var refusals = (await desk.HandleAsync(World.One, new SubmitChange(), World.Ann, new CommandId("submit"))).Refusals;

        string[] expected = isKnown ? [] : ["change.dependency.unknown"];
        refusals.Where(refusal => !refusal.IsUnjudged).Select(refusal => refusal.Code).Should().Equal(expected);
    }

    private static CommandId Next() => new(FormattableString.Invariant($"next-{Interlocked.Increment(ref _serial)}"));

    private static async Task<ValueList<Refusal>> Amend(World world, IEventStore store, ChangeId id, params ChangeId[] others)
    {
        var desk = world.Changes(store);
        var content = (await desk.FindAsync(id))!.Content with { DependsOn = others.ToValueList() };
        return (await desk.HandleAsync(id, new AmendChange(content), World.Ann, Next())).Refusals;
    }

    /// <summary>Assesses, approves and schedules what an edit led back.</summary>
    private static async Task Again(World world, IEventStore store, ChangeId id, int minutes = 0)
    {
        var desk = world.Changes(store);
        async Task<ChangeRequest> Must(ChangeCommand command, Actor actor) => await World.Must(desk, id, Next().Value, command, actor);
        var change = await Must(new AssessChange(Grade.Low, Grade.Low, "small", []), World.Dan);
        await Must(new VoteOnChange(Domain.Approvals.VoteChoice.Approve, change.Digest), World.Bob);
        await Must(new VoteOnChange(Domain.Approvals.VoteChoice.Approve, change.Digest), World.Cid);
        await Must(new AuthorizeChange(), World.Bob);
        await Must(new ScheduleChange(World.Night(0, minutes)), World.Otto);
    }

    private static async Task<ValueList<Refusal>> Start(World world, IEventStore store, ChangeId id) =>
        (await world.Changes(store).HandleAsync(id, new StartChange(), World.Otto, Next())).Refusals;

    /// <summary>A store in which somebody else is served between a decision and its append, once.</summary>
    private sealed class Interposed(IEventStore inner, Func<Task> between) : IEventStore
    {
        private bool _isServed;

        public async ValueTask<AppendResult> AppendAsync(StreamId stream, long expectedVersion, CommandId command, IReadOnlyList<EventRecord> records, CancellationToken cancellation)
        {
            if (!_isServed && stream.Kind == "change")
            {
                _isServed = true;
                await between();
            }

            return await inner.AppendAsync(stream, expectedVersion, command, records, cancellation);
        }

        public IAsyncEnumerable<EventRecord> ReadAsync(StreamId stream, long afterVersion, CancellationToken cancellation) => inner.ReadAsync(stream, afterVersion, cancellation);
    }
}
