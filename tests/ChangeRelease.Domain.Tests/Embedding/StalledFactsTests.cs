using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Testing;
using Xunit.Abstractions;

namespace ChangeRelease.Domain.Tests.Embedding;

/// <summary>Exactly one record is not to be had, or comes too late: at every gate that looks at it nothing happens, and it is said (S-4).</summary>
public sealed class StalledFactsTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    // What a desk reads in the store beside what the source supplies.
    private static readonly string[] Kinds = ["change", "bookings", "emergencies", "template", "release", "meeting", "train"];

    public static IEnumerable<object[]> Gates => Hall.Gates.Select(gate => new object[] { gate.Name });

    [Theory]
    [MemberData(nameof(Gates))]
    public async Task A_record_that_times_out_closes_the_gate_and_leaves_nothing_behind(string name)
    {
        var closed = await AtEach(name, Closed(async _ =>
        {
            await Task.Yield();
            throw new TimeoutException("The record did not answer.");
        }, typeof(TimeoutException)));
        output.WriteLine($"{name}: {string.Join(", ", closed)}");
        closed.Should().HaveCountGreaterThan(3);
    }

    [Theory]
    [MemberData(nameof(Gates))]
    public Task A_record_whose_look_up_gives_up_closes_the_gate_and_leaves_nothing_behind(string name) =>
        AtEach(name, Closed(_ => throw new OperationCanceledException("The record gave up."), typeof(OperationCanceledException)));

    [Theory]
    [MemberData(nameof(Gates))]
    public Task A_record_that_hangs_is_left_when_the_caller_gives_up_and_leaves_nothing_behind(string name) => AtEach(name, async (at, facts, store) =>
    {
        using var ending = new CancellationTokenSource();
        var (slow, slowStore) = at.Stalling(facts, store, async cancellation =>
        {
            await ending.CancelAsync();
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellation);
        });
        var pass = () => at.Gate.Pass(at.Hall, slowStore, slow, ending.Token).WaitAsync(Patience);
        return await ExpectClosed(at, pass, typeof(OperationCanceledException));
    });

    [Theory]
    [MemberData(nameof(Gates))]
    public Task A_record_that_comes_after_the_subject_changed_is_not_decided_by(string name) => AtEach(name, async (at, facts, store) =>
    {
        List<string>? afterwards = null;
        var (late, lateStore) = at.Stalling(facts, store, async _ =>
        {
            if (afterwards is null)
            {
                afterwards = [];
                await at.Gate.Meanwhile(at.Hall, at.Store);
                afterwards = await at.Decided();
            }
        });

        var refusals = await at.Gate.Pass(at.Hall, lateStore, late, CancellationToken.None).WaitAsync(Patience);
        if (afterwards is not null)
        {
            refusals.Should().NotBeEmpty("{0} with {1} late", at.Gate, at.Record);
            (await at.Decided()).Should().Equal(afterwards, "{0} with {1} late", at.Gate, at.Record);
        }

        return afterwards is not null;
    });

    [Fact]
    public async Task Every_record_that_the_source_supplies_is_looked_at_by_some_gate()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var gate in Hall.Gates)
        {
            seen.UnionWith(await AtEach(gate.Name, Closed(_ => throw new TimeoutException(), typeof(TimeoutException))));
        }

        seen.Should().BeEquivalentTo(StallingFacts.Records.Concat(Kinds));
    }

    private static Func<Attempt, IFactSource, IEventStore, Task<bool>> Closed(Func<CancellationToken, Task> stall, Type thrown) => async (at, facts, store) =>
    {
        var (broken, brokenStore) = at.Stalling(facts, store, stall);
        return await ExpectClosed(at, () => at.Gate.Pass(at.Hall, brokenStore, broken, CancellationToken.None), thrown);
    };

    // Where the gate does not look at the record it opens, which shows that nothing else was wrong.
    private static async Task<bool> ExpectClosed(Attempt at, Func<Task<ValueList<Refusal>>> pass, Type thrown)
    {
        var before = await at.Written();
        var refusals = ValueList<Refusal>.Empty;
        Exception? caught = null;
        try
        {
            refusals = await pass();
        }
        catch (Exception exception) when (thrown.IsInstanceOfType(exception))
        {
            caught = exception;
        }

        (caught is not null).Should().Be(at.HasStalled, "{0} without {1} says that it is not to be had", at.Gate, at.Record);
        refusals.Should().BeEmpty();
        if (at.HasStalled)
        {
            (await at.Written()).Should().Equal(before, "{0} without {1} writes nothing", at.Gate, at.Record);
            (await at.Gate.Pass(at.Hall, at.Store, Hall.Book, CancellationToken.None)).Should().BeEmpty("{0} opens when {1} is there again", at.Gate, at.Record);
        }

        return at.HasStalled;
    }

    /// <summary>Comes to a gate anew for each record; gives those that were looked at.</summary>
    private static async Task<List<string>> AtEach(string name, Func<Attempt, IFactSource, IEventStore, Task<bool>> check)
    {
        var (gate, seen) = (Hall.Gates.Single(gate => gate.Name == name), new List<string>());
        foreach (var record in StallingFacts.Records.Concat(Kinds))
        {
            var at = new Attempt(gate, record, new Hall(), new InMemoryEventStore());
            await gate.Way(at.Hall, at.Store);
            if (await check(at, Hall.Book, at.Store))
            {
                seen.Add(record);
            }
        }

        return seen;
    }

    private sealed record Attempt(Hall.Gate Gate, string Record, Hall Hall, InMemoryEventStore Store)
    {
        /// <summary>Whether the record was looked at.</summary>
        public bool HasStalled { get; private set; }

        public (IFactSource Facts, IEventStore Store) Stalling(IFactSource facts, IEventStore store, Func<CancellationToken, Task> stall) => Kinds.Contains(Record)
            ? (facts, new SlowStore(store) { Reading = (stream, cancellation) => stream.Kind == Record ? Stall(stall, cancellation) : Task.CompletedTask })
            : (new StallingFacts(facts, Record, cancellation => Stall(stall, cancellation)), store);

        private Task Stall(Func<CancellationToken, Task> stall, CancellationToken cancellation)
        {
            HasStalled = true;
            return stall(cancellation);
        }

        /// <summary>What was decided on changes, releases and templates; of a ledger, a hold and its release may remain.</summary>
        public async Task<List<string>> Decided() => [.. (await Written()).Where(record => !record.Contains("/bookings/", StringComparison.Ordinal) && !record.Contains("/emergencies/", StringComparison.Ordinal))];

        public async Task<List<string>> Written() =>
            [.. (await Snapshot.Of(Store)).Records.Select(record => FormattableString.Invariant($"{record.Stream} {record.Version} {record.Hash}"))];
    }
}
