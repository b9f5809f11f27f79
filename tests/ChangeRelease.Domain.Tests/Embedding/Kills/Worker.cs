using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Tests.Embedding.Crashes;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Embedding.Kills;

/// <summary>Works at the desks, on threads of its own, until it is killed.</summary>
/// <remarks>
/// Each thread plays journeys over all desks, round after round. One that goes on after a kill plays the journey again that was under way: every
/// command has the identity that it had, so that what took effect is found, and the rest is done.
/// </remarks>
internal static class Worker
{
    /// <summary>How many journeys a round has.</summary>
    public const int Journeys = 8;

    // A round is as long as its longest journey, and begins on the weekday of the first.
    private const int DaysOfRound = 7;

    // Five of the subjects of a round are in one night, at most.
    private const int PlacesOfThread = 6;

    /// <summary>How long a hold stands here: what a kill leaves is taken up by who goes on, and not by time.</summary>
    public static readonly Duration HoldStands = Duration.FromDays(100_000);

    /// <summary>Works until it is killed.</summary>
    /// <param name="store">The store.</param>
    /// <param name="voice">Where it says what it does.</param>
    /// <param name="places">Where each thread begins.</param>
    public static void Run(IEventStore store, Voice voice, IReadOnlyList<Place> places)
    {
        var voiced = new VoicedStore(store, voice);
        Play(Tales.Publishing(), places.Count, voiced, voice).GetAwaiter().GetResult();
        var threads = places.Select((first, thread) => new Thread(() => Work(thread, first, places.Count, voiced, voice).GetAwaiter().GetResult())).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
    }

    public static Tale TaleOf(int thread, Place place) => Tales.Beside(FormattableString.Invariant($"{thread}-{place.Round}-"), place.Round * DaysOfRound).ElementAt(place.Tale);

    public static Premises Open(int threads) => new() { Capacity = threads * PlacesOfThread, HoldStands = HoldStands };

    private static async Task Work(int thread, Place first, int threads, IEventStore store, Voice voice)
    {
        try
        {
            for (var place = first; ; place = place.Tale + 1 < Journeys ? place with { Tale = place.Tale + 1 } : new Place(place.Round + 1, 0))
            {
                voice.Plays(thread, place);
                await Play(TaleOf(thread, place), threads, store, voice).ConfigureAwait(false);
            }
        }
        catch (Exception thrown)
        {
            voice.Wrong(thrown.ToString());
        }
    }

    private static async Task Play(Tale tale, int threads, IEventStore store, Voice voice)
    {
        var premises = Open(threads);
        foreach (var deed in tale.Deeds)
        {
            var told = await deed.RunAsync(premises, store).ConfigureAwait(false);
            if (!told.IsAccepted)
            {
                voice.Wrong($"{tale}, {deed.Id}: {told}");
                return;
            }

            voice.Did(told.Stream, told.Version, deed.Id, told.Events);
        }
    }
}
