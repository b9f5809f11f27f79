using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Releases;
using ChangeRelease.Domain.Scheduling;
using ChangeRelease.Domain.Tests.Embedding.Bookings;
using ChangeRelease.Domain.Tests.Scheduling;

namespace ChangeRelease.Domain.Tests.Embedding;

/// <summary>Many subjects at once: each has an answer of its own, and what was done when it ends early stands and is not done twice.</summary>
public sealed class BulkTests
{
    private static readonly CommandId All = new("all");
    private static readonly ChangeId Three = new("CHG-3");

    private readonly World _world = new() { Capacity = 2 };
    private readonly InMemoryEventStore _store = new();
    private readonly Steps _steps = new();

    [Fact]
    public async Task Each_is_decided_on_its_own_and_one_that_is_refused_keeps_no_other_back()
    {
        await Approved(World.One, Three);
        await _world.Bring(_store, World.Two);

        var told = await Told(_world.Changes(_store).HandleEachAsync([World.One, World.Two, Three], new ScheduleChange(World.Night(0)), World.Otto, All, _steps));

        told.Should().Equal("CHG-1 1 event", "CHG-2 lifecycle.transition.undefined", "CHG-3 1 event");
        _steps.Seen.Should().Equal(1, 2, 3);
        (await World.LedgerIn(_store)).Bookings.Should().HaveCount(2).And.OnlyContain(booking => booking.IsConfirmed);
    }

    [Fact]
    public async Task Canceled_between_two_it_leaves_what_was_done_and_again_it_goes_on()
    {
        await Approved(World.One, World.Two);
        using var source = new CancellationTokenSource();
        var run = _world.Changes(_store).HandleEachAsync([World.One, World.Two], new AnnotateChange("a note"), World.Ann, All, new Ending(source), source.Token);

        await FluentActions.Awaiting(() => Told(run)).Should().ThrowAsync<OperationCanceledException>();
        (await Versions()).Should().Equal(7, 6);

        (await Told(_world.Changes(_store).HandleEachAsync([World.One, World.Two], new AnnotateChange("a note"), World.Ann, All))).Should().Equal("CHG-1 0 event", "CHG-2 1 event");
        (await Versions()).Should().Equal(7, 7);
    }

    [Fact]
    public async Task A_token_given_to_the_enumeration_ends_it_as_well()
    {
        await Approved(World.One, World.Two);
        using var source = new CancellationTokenSource();
        var run = _world.Changes(_store).HandleEachAsync([World.One, World.Two], new AnnotateChange("a note"), World.Ann, All, new Ending(source));

        await FluentActions.Awaiting(() => Told(run.WithCancellation(source.Token))).Should().ThrowAsync<OperationCanceledException>();
        (await Versions()).Should().Equal(7, 6);
    }

    [Fact]
    public async Task A_connection_that_breaks_ends_it_and_again_it_goes_on()
    {
        await Approved(World.One, World.Two);
        var faulty = new FaultyStore(_store, 1, isAfter: true) { Kind = "change" };
        var desk = _world.Changes(faulty);

        await FluentActions.Awaiting(() => Told(desk.HandleEachAsync([World.One, World.Two], new ScheduleChange(World.Night(0)), World.Otto, All))).Should().ThrowAsync<IOException>();

        (await Told(desk.HandleEachAsync([World.One, World.Two], new ScheduleChange(World.Night(0)), World.Otto, All))).Should().Equal("CHG-1 0 event", "CHG-2 1 event");
        (await World.LedgerIn(_store)).Bookings.Should().HaveCount(2).And.OnlyContain(booking => booking.IsConfirmed);
    }

    [Fact]
    public async Task Each_subject_gets_what_is_meant_for_it()
    {
        await Approved(World.One, World.Two);

        var told = await Told(_world.Changes(_store).HandleBatchAsync(
            [(World.One, new ScheduleChange(World.Night(1))), (World.Two, new ScheduleChange(World.Night(2))), (World.One, new ScheduleChange(World.Night(0)))], World.Otto, All, _steps));

        told.Should().Equal(["CHG-1 1 event", "CHG-2 1 event", "CHG-1 change.request.command-id-reused"], "a subject comes once");
        (await _world.Changes(_store).FindAsync(World.Two))!.Slots.Should().Equal((Slot)World.Night(2));
        _steps.Seen.Should().Equal(1, 2, 3);
    }

    [Fact]
    public async Task Releases_have_it_too()
    {
        var desk = _world.Releases(_store);
        ReleaseId[] ids = [new("REL-1"), new("REL-2"), new("REL-3")];
        (await Told(desk.HandleBatchAsync(ids.Take(2).Select(id => (id, (ReleaseCommand)new OpenRelease(id, World.Package))), World.Ann, new CommandId("open")))).Should().Equal("REL-1 1 event", "REL-2 1 event");

        (await Told(desk.HandleEachAsync(ids, new StartReleaseBuild(), World.Ann, All))).Should().Equal("REL-1 1 event", "REL-2 1 event", "REL-3 release.request.missing");
    }

    [Fact]
    public async Task Many_bookings_of_one_ledger_are_made_one_by_one()
    {
        var booth = new Booth();
        await booth.Must(_store, new DeclareCapacity(1), BookingDice.Sue, "declare");
        var hold = new HoldSlots(BookingDice.Holders[0], [NaiveLedger.Slot(1, 2)], []);

        var told = new List<string>();
        await foreach (var (id, outcome) in booth.Desk(_store).HandleEachAsync(Booth.Ledger, [(new CommandId("a"), hold), (new CommandId("b"), hold), (new CommandId("c"), new ReleaseHolder(BookingDice.Holders[0]))], BookingDice.Ann, _steps))
        {
            told.Add($"{id} {Booth.Told(outcome)}");
        }

        told.Should().Equal("a done", "b booking.ledger.full", "c done");
        _steps.Seen.Should().Equal(1, 2, 3);
    }

    [Fact]
    public void Nothing_is_no_list()
    {
        FluentActions.Invoking(() => _world.Changes(_store).HandleEachAsync(null!, new StartChange(), World.Ann, All)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => _world.Changes(_store).HandleBatchAsync(null!, World.Ann, All)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => new Booth().Desk(_store).HandleEachAsync(Booth.Ledger, null!, World.Ann)).Should().Throw<ArgumentNullException>();
    }

    private static async Task<List<string>> Told<TId, TSubject, TEvent>(IAsyncEnumerable<(TId Id, Outcome<TSubject, TEvent> Outcome)> run)
        where TSubject : class
    {
        var told = new List<string>();
        await foreach (var (id, outcome) in run)
        {
            told.Add(Line(id, outcome));
        }

        return told;
    }

    private static async Task Told<TId, TSubject, TEvent>(System.Runtime.CompilerServices.ConfiguredCancelableAsyncEnumerable<(TId Id, Outcome<TSubject, TEvent> Outcome)> run)
        where TSubject : class
    {
        await foreach (var (id, outcome) in run)
        {
            Line(id, outcome).Should().EndWith("1 event");
        }
    }

    private static string Line<TId, TSubject, TEvent>(TId id, Outcome<TSubject, TEvent> outcome)
        where TSubject : class =>
        FormattableString.Invariant($"{id} {(outcome.IsAccepted ? $"{outcome.Events.Count} event" : outcome.Refusals.First(refusal => !refusal.IsUnjudged).Code)}");

    private async Task Approved(params ChangeId[] ids)
    {
        foreach (var id in ids)
        {
            await _world.Bring(_store, id, World.Bob, World.Cid);
        }
    }

    private async Task<long[]> Versions() =>
        [(await _world.Changes(_store).FindAsync(World.One))!.Version, (await _world.Changes(_store).FindAsync(World.Two))!.Version];

    private sealed class Steps : IProgress<long>
    {
        public List<long> Seen { get; } = [];

        public void Report(long value) => Seen.Add(value);
    }

    private sealed class Ending(CancellationTokenSource source) : IProgress<long>
    {
        public void Report(long value) => source.Cancel();
    }
}
