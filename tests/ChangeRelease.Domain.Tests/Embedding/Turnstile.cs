using System.Runtime.CompilerServices;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;

namespace ChangeRelease.Domain.Tests.Embedding;

/// <summary>Lets one port call through at a time, in an order that is chosen from outside; every order there is comes by once.</summary>
/// <remarks>
/// Two calls that follow each other and touch different streams, or only read, come to the same in both orders. Of such orders only
/// the one with the lower actor first is played, unless all are asked for.
/// </remarks>
internal sealed class Turnstile(bool playsAll)
{
    private readonly List<Call> _waiting = [];

    private Call? _last;

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
            var open = _waiting.Where(call => playsAll || _last is null || call.Actor > _last.Actor || call.Meets(_last)).OrderBy(call => call.Actor).ToList();
            if (open.Count == 0)
            {
                return false;
            }

            if (step == choices.Count)
            {
                choices.Add((0, open.Count));
            }

            _last = open[choices[step].Chosen];
            _waiting.Remove(_last);
            _last.Gate.SetResult();
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

    private Task Wait(int actor, StreamId stream, bool writes)
    {
        var call = new Call(actor, stream, writes, new TaskCompletionSource());
        _waiting.Add(call);
        return call.Gate.Task;
    }

    private sealed record Call(int Actor, StreamId Stream, bool Writes, TaskCompletionSource Gate)
    {
        public bool Meets(Call other) => Actor == other.Actor || (Stream == other.Stream && (Writes || other.Writes));
    }

    private sealed class Gated(Turnstile turnstile, int actor, IEventStore inner) : IEventStore
    {
        public async ValueTask<AppendResult> AppendAsync(
            StreamId stream, long expectedVersion, CommandId command, IReadOnlyList<EventRecord> records, CancellationToken cancellation)
        {
            await turnstile.Wait(actor, stream, writes: true).ConfigureAwait(false);
            return await inner.AppendAsync(stream, expectedVersion, command, records, cancellation).ConfigureAwait(false);
        }

        public async IAsyncEnumerable<EventRecord> ReadAsync(StreamId stream, long afterVersion, [EnumeratorCancellation] CancellationToken cancellation)
        {
            await turnstile.Wait(actor, stream, writes: false).ConfigureAwait(false);
            await foreach (var record in inner.ReadAsync(stream, afterVersion, cancellation).ConfigureAwait(false))
            {
                yield return record;
            }
        }
    }
}
