using System.Runtime.CompilerServices;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;

namespace ChangeRelease.Domain.Tests.Embedding;

/// <summary>Lets one port call through at a time, in an order that is chosen from outside; every order there is comes by once.</summary>
/// <remarks>
/// Two calls that follow each other and touch different streams, or only read, come to the same in both orders. Of all orders that
/// come from each other by such exchanges only one is played, unless all are asked for: a call whose turn was played before sleeps
/// until a call goes through that it does not commute with. An append that comes too late already does nothing, and is let through
/// at once: no desk looks at why it failed. All that holds for desks that touch many streams, as each call touches one.
/// </remarks>
internal sealed class Turnstile(bool playsAll)
{
    private readonly List<Call> _waiting = [];
    private readonly Dictionary<StreamId, long> _versions = [];

    private List<Call> _asleep = [];

    /// <summary>Plays every interleaving of the actors' port calls, each from the same beginning.</summary>
    /// <returns>How many there are.</returns>
    public static Task<int> Explore(Snapshot beginning, Func<IEventStore, Task>[] actors, Func<IEventStore, Task> check, bool playsAll = false) => Task.Run(async () =>
    {
        var (plays, choices) = (0, new List<(int Chosen, int Of)>());
        do
        {
            var store = await beginning.Restored();
            if (await new Turnstile(playsAll).Play(store, actors, choices))
            {
                await check(store);
                plays++;
            }
        }
        while (Next(choices));

        return plays;
    });

    // Without a synchronization context each continuation runs on the spot, up to the next call that waits here.
    private async Task<bool> Play(InMemoryEventStore store, Func<IEventStore, Task>[] actors, List<(int Chosen, int Of)> choices)
    {
        var under = actors.Select((actor, number) => actor(new Gated(this, number, store))).ToList();
        for (var step = 0; _waiting.Count > 0; step++)
        {
            var late = playsAll ? null : _waiting.Find(IsLate);
            var open = (late is null ? _waiting : [late]).Except(_asleep).OrderBy(call => call.Actor).ToList();
            if (open.Count == 0)
            {
                return false;
            }

            if (step == choices.Count)
            {
                choices.Add((0, open.Count));
            }

            var next = open[choices[step].Chosen];
            _asleep = playsAll ? [] : [.. _asleep.Concat(open.Take(choices[step].Chosen)).Where(call => IsLate(next) || !call.Meets(next))];
            _waiting.Remove(next);
            next.Gate.SetResult();
        }

        under.Should().OnlyContain(task => task.IsCompleted, "every continuation ran on the spot");
        await Task.WhenAll(under);
        return true;
    }

    private static bool Next(List<(int Chosen, int Of)> choices)
    {
        while (choices.Count > 0 && choices[^1].Chosen + 1 == choices[^1].Of)
        {
            choices.RemoveAt(choices.Count - 1);
        }

        if (choices.Count == 0)
        {
            return false;
        }

        choices[^1] = choices[^1] with { Chosen = choices[^1].Chosen + 1 };
        return true;
    }

    private bool IsLate(Call call) => call.Expected is { } expected && _versions.TryGetValue(call.Stream, out var version) && version > expected;

    private Task Wait(int actor, StreamId stream, long? expected)
    {
        var call = new Call(actor, stream, expected, new TaskCompletionSource());
        _waiting.Add(call);
        return call.Gate.Task;
    }

    /// <summary>A call that waits; with the version that it expects when it appends, null when it reads.</summary>
    private sealed record Call(int Actor, StreamId Stream, long? Expected, TaskCompletionSource Gate)
    {
        public bool Meets(Call other) => Actor == other.Actor || (Stream == other.Stream && (Expected ?? other.Expected) is not null);
    }

    private sealed class Gated(Turnstile turnstile, int actor, IEventStore inner) : IEventStore
    {
        public async ValueTask<AppendResult> AppendAsync(
            StreamId stream, long expectedVersion, CommandId command, IReadOnlyList<EventRecord> records, CancellationToken cancellation)
        {
            await turnstile.Wait(actor, stream, expectedVersion).ConfigureAwait(false);
            var result = await inner.AppendAsync(stream, expectedVersion, command, records, cancellation).ConfigureAwait(false);
            if (result is Appended appended)
            {
                turnstile._versions[stream] = appended.Version;
            }

            return result;
        }

        public async IAsyncEnumerable<EventRecord> ReadAsync(StreamId stream, long afterVersion, [EnumeratorCancellation] CancellationToken cancellation)
        {
            await turnstile.Wait(actor, stream, expected: null).ConfigureAwait(false);
            await foreach (var record in inner.ReadAsync(stream, afterVersion, cancellation).ConfigureAwait(false))
            {
                yield return record;
            }
        }
    }
}
