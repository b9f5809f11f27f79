using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Embedding;

/// <content>Many subjects, one after the other, each decided on its own.</content>
public abstract partial class Desk<TId, TSubject, TCommand, TEvent>
{
    /// <summary>Does the same to many subjects: each by its own requirements, and one that is refused keeps no other back (S-1).</summary>
    /// <remarks>When it is ended early, or an exception ends it, hand in the same again to go on: what was done is not done twice.</remarks>
    /// <param name="ids">The subjects; they are read as the answers are.</param>
    /// <param name="command">What is attempted on each.</param>
    /// <param name="actor">Who attempts it, from the authenticated call (S-9).</param>
    /// <param name="commandId">The identity of all of them: the same again is the same act on each subject (S-5).</param>
    /// <param name="progress">Is told how many were decided on, after each; null when nobody wants to know.</param>
    /// <param name="cancellation">Ends it early; what was appended by then stands.</param>
    /// <returns>For each subject what became of it, in the order of <paramref name="ids"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="ids"/> is null.</exception>
    /// <exception cref="ArgumentException">The command opens another subject than the one it is attempted on.</exception>
    /// <exception cref="InvalidDataException">A subject's stream is not a history that this version can read.</exception>
    public IAsyncEnumerable<(TId Id, Outcome<TSubject, TEvent> Outcome)> HandleEachAsync(
        IEnumerable<TId> ids, TCommand command, Actor actor, CommandId commandId, IProgress<long>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(ids);
        return Bulk.EachAsync(ids, (id, ending) => HandleAsync(id, command, actor, commandId, ending), progress, cancellation);
    }

    /// <summary>Does to each subject what is meant for it, what a plan came to for example: each by its own requirements, and one that is refused keeps no other back (S-1).</summary>
    /// <remarks>When it is ended early, or an exception ends it, hand in the same again to go on: what was done is not done twice.</remarks>
    /// <param name="commands">The subjects, with what is attempted on each; they are read as the answers are. A subject comes once: its second command would have the identity of the first.</param>
    /// <param name="actor">Who attempts it, from the authenticated call (S-9).</param>
    /// <param name="commandId">The identity of all of them: the same again is the same act on each subject (S-5).</param>
    /// <param name="progress">Is told how many were decided on, after each; null when nobody wants to know.</param>
    /// <param name="cancellation">Ends it early; what was appended by then stands.</param>
    /// <returns>For each subject what became of it, in the order of <paramref name="commands"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="commands"/> is null.</exception>
    /// <exception cref="ArgumentException">A command opens another subject than the one it is attempted on.</exception>
    /// <exception cref="InvalidDataException">A subject's stream is not a history that this version can read.</exception>
    public IAsyncEnumerable<(TId Id, Outcome<TSubject, TEvent> Outcome)> HandleBatchAsync(
        IEnumerable<(TId Id, TCommand Command)> commands, Actor actor, CommandId commandId, IProgress<long>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(commands);
        return Bulk.EachAsync(commands, each => each.Id, (each, ending) => HandleAsync(each.Id, each.Command, actor, commandId, ending), progress, cancellation);
    }

    /// <summary>Asks the same of many subjects without doing it: a dry run, before a migration for example. Nothing is written (S-1, S-7).</summary>
    /// <param name="ids">The subjects; they are read as the answers are.</param>
    /// <param name="command">What would be attempted on each.</param>
    /// <param name="actor">Who would attempt it.</param>
    /// <param name="commandId">The identity the command would have.</param>
    /// <param name="progress">Is told how many were asked about, after each; null when nobody wants to know.</param>
    /// <param name="cancellation">Ends the asking early.</param>
    /// <returns>For each subject, what would become of it at the version the answer names; in the order of <paramref name="ids"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="ids"/> is null.</exception>
    /// <exception cref="InvalidDataException">A subject's stream is not a history that this version can read.</exception>
    public IAsyncEnumerable<(TId Id, Outcome<TSubject, TEvent> Outcome)> ExplainEachAsync(
        IEnumerable<TId> ids, TCommand command, Actor actor, CommandId commandId, IProgress<long>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(ids);
        return Bulk.EachAsync(ids, (id, ending) => ExplainAsync(id, command, actor, commandId, ending), progress, cancellation);
    }
}
