using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Releases;
using ChangeRelease.Domain.Tests.Releases.Trains;
using NodaTime;
using Xunit.Abstractions;

namespace ChangeRelease.Domain.Tests.Embedding.Trains;

/// <summary>The connection breaks at every call there is: the same command sent again brings the same end, and half a closing is never seen (S-5, S-71).</summary>
public sealed class TrainFaultTests(ITestOutputHelper output)
{
    private static readonly (TrainCommand Command, Actor Actor, Instant? At)[] Steps =
    [
        (Platform.Opening, World.Cid, null),
        (new BoardTrain(Platform.One, Trip.First), World.Ann, null),
        (new BoardTrain(Platform.Two, null), World.Bob, null),
        (new BoardTrain(Platform.Release, Trip.First), World.Ann, null),
        (new DeferPassenger(Platform.Two, "not yet"), World.Bob, null),
        (new NoteHotfix(new ReleaseId("REL-9"), "payments are down"), World.Bob, null),
        (new CloseBoarding(Trip.First), World.Cid, Platform.CutOff),
        (new BoardLate(TrainPassenger.Of(new ChangeId("CHG-3")), Trip.First, "the regulator"), World.Cid, null),
        (new RetimeTrain(TrainTimetable.Daily(new LocalDateTime(2026, 11, 4, 20, 0), "Europe/London", Duration.FromHours(2)), "faster"), World.Cid, null),
        (new DepartTrain(Trip.First), World.Cid, Instant.FromUtc(2026, 11, 3, 22, 0)),
        (new CancelDeparture(Trip.Second, "holidays"), World.Cid, null),
    ];

    [Fact]
    public async Task A_train_survives_a_fault_at_every_call()
    {
        var untouched = new FaultyStore(new InMemoryEventStore(), breaksAt: 0, isAfter: false);
        (await Play(untouched)).Should().Be(0);
        var calls = untouched.Calls;
        var expected = await EndOf(untouched);

        for (var call = 1; call <= calls; call++)
        {
            foreach (var isAfter in (bool[])[false, true])
            {
                var store = new FaultyStore(new InMemoryEventStore(), call, isAfter);
                (await Play(store)).Should().Be(1, $"call {call} broke once");

                (await EndOf(store)).Should().Be(expected, $"call {call} broke {(isAfter ? "after" : "before")} it was done");
                store.Appends.Should().Be(Steps.Length, "every command took effect once");
                (await Platform.IsIntact(store)).Should().BeTrue();
            }
        }

        calls.Should().BeGreaterThan(Steps.Length * 2);
        output.WriteLine(FormattableString.Invariant($"{calls} calls, each broken before and after"));
    }

    /// <summary>Every step must be accepted, at the latest when it is sent again; says how many had to be.</summary>
    private static async Task<int> Play(FaultyStore store)
    {
        var (platform, broken) = (new Platform(), 0);
        for (var at = 0; at < Steps.Length; at++)
        {
            platform.World.Now = Steps[at].At ?? platform.World.Now + Duration.FromMinutes(1);
            try
            {
                await Take(platform, store, at);
            }
            catch (IOException)
            {
                broken++;
                await Take(platform, store, at);
            }
        }

        return broken;
    }

    private static Task<ValueList<TrainEvent>> Take(Platform platform, IEventStore store, int at) => platform.Must(Steps[at].Command, Steps[at].Actor, FormattableString.Invariant($"c{at}"), store);

    private static async Task<string> EndOf(IEventStore store) => Platform.Lines(await new Platform().Train(store));
}
