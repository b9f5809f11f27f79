using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Embedding;

/// <content>Asking without doing.</content>
public abstract partial class Desk<TId, TSubject, TCommand, TEvent>
{
    /// <summary>Asks what may be done now, and why the rest may not, on the same facts as doing it (S-7); nothing is written.</summary>
    /// <param name="id">The subject.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancellation">Ends the asking early.</param>
    /// <returns>A prospect for each trigger at the version it names; null when the subject does not exist, or its definition is not known.</returns>
    /// <exception cref="InvalidDataException">The subject's stream is not a history that this version can read.</exception>
    public ValueTask<Prospects?> AskAsync(TId id, Actor actor, CancellationToken cancellation = default) =>
        LookAsync(id, actor, (subject, around) => ProspectsAsync(subject, around, cancellation), cancellation);

    /// <summary>Judges the slots that a subject holds again, under the calendar as it is now (S-49). Nothing is written: hand the command in to take the slots away.</summary>
    /// <param name="id">The subject.</param>
    /// <param name="actor">On whose behalf: where freezes exempt roles, it is theirs that count.</param>
    /// <param name="cancellation">Ends the asking early.</param>
    /// <returns>The command that unschedules it, with every reason; null when its slots stand, when it has none, or when the calendar is not known.</returns>
    /// <exception cref="InvalidDataException">The subject's stream is not a history that this version can read.</exception>
    public ValueTask<TCommand?> ReviewSlotsAsync(TId id, Actor actor, CancellationToken cancellation = default) =>
        LookAsync(id, actor, (subject, around) => SlotReviewAsync(subject, around, cancellation), cancellation);

    /// <summary>Sees a subject with everything around it, all of one moment if that can be had.</summary>
    private protected async ValueTask<T?> LookAsync<T>(TId id, Actor actor, Func<TSubject, Surroundings, ValueTask<T?>> see, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(id);
        T? seen = default;
        for (var attempt = 0; attempt < _settings.Attempts; attempt++)
        {
            var stamp = new Stamp(_clock.GetCurrentInstant(), actor, Asking);
            var page = await PageAsync(id, stamp, isAct: false, cancellation).ConfigureAwait(false);
            var around = await LookAroundAsync(id, page, stamp, isAct: false, cancellation).ConfigureAwait(false);
            around = await LookFurtherAsync(id, page.Subject, default, around, isAct: false, cancellation).ConfigureAwait(false);
            seen = page.Subject is { } subject ? await see(subject, around).ConfigureAwait(false) : default;
            if (await Journal.IsCurrentAsync(StreamOf(id), page, cancellation).ConfigureAwait(false))
            {
                break;
            }
        }

        return seen;
    }
}
