using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;

namespace ChangeRelease.Domain.Embedding;

/// <summary>A decision, with the stamp that it was made under.</summary>
internal sealed record Decided<TEvent>(Stamp Stamp, Decision<TEvent> Decision);

/// <summary>Reads a stream, decides, appends, and decides again when somebody else was faster: for desks whose commands write to one stream only.</summary>
internal sealed class Deciding<TSubject, TEvent>(Journal<TSubject, TEvent> journal, int attempts)
    where TSubject : class
{
    public async ValueTask<Outcome<TSubject, TEvent>> DoAsync(
        StreamId stream, object whose, Func<Page<TSubject>, ValueTask<Decided<TEvent>>> decide, CancellationToken cancellation)
    {
        Sitting? sitting = null;
        for (var attempt = 0; attempt < attempts; attempt++)
        {
            sitting = await SitAsync(stream, decide, cancellation).ConfigureAwait(false);
            var stands = sitting.Decision.Events.Count > 0
                ? await journal.AppendAsync(stream, sitting.Page, sitting.Stamp, null, sitting.Decision.Events, cancellation).ConfigureAwait(false) is Appended
                : await HoldsAsync(stream, sitting, cancellation).ConfigureAwait(false);
            if (stands)
            {
                return sitting.Done(journal);
            }
        }

        return sitting!.Seen with { Decision = Decision.Refuse<TEvent>(DeskRefusals.Contended(whose)) };
    }

    /// <summary>The same decision on the same facts, and nothing is written (S-7).</summary>
    public async ValueTask<Outcome<TSubject, TEvent>> AskAsync(
        StreamId stream, Func<Page<TSubject>, ValueTask<Decided<TEvent>>> decide, CancellationToken cancellation)
    {
        Sitting sitting;
        var attempt = 0;
        do
        {
            sitting = await SitAsync(stream, decide, cancellation).ConfigureAwait(false);
        }
        while (!await HoldsAsync(stream, sitting, cancellation).ConfigureAwait(false) && ++attempt < attempts);

        return sitting.Seen;
    }

    private async ValueTask<Sitting> SitAsync(StreamId stream, Func<Page<TSubject>, ValueTask<Decided<TEvent>>> decide, CancellationToken cancellation)
    {
        var page = await journal.ReadAsync(stream, cancellation).ConfigureAwait(false);
        var decided = await decide(page).ConfigureAwait(false);
        return new Sitting(page, decided.Stamp, decided.Decision);
    }

    // The stream is read first and the facts after it: a "no" holds only if the stream is still what it was when the rest was read.
    private async ValueTask<bool> HoldsAsync(StreamId stream, Sitting sitting, CancellationToken cancellation) =>
        sitting.Decision.IsAccepted || await journal.IsCurrentAsync(stream, sitting.Page, cancellation).ConfigureAwait(false);

    private sealed record Sitting(Page<TSubject> Page, Stamp Stamp, Decision<TEvent> Decision)
    {
        public Outcome<TSubject, TEvent> Seen => new(Decision, Page.Subject, Page.Version);

        public Outcome<TSubject, TEvent> Done(Journal<TSubject, TEvent> journal) =>
            new(Decision, journal.Fold(Page.Subject, Decision.Events), Page.Version + Decision.Events.Count);
    }
}
