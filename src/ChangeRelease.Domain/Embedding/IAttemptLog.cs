namespace ChangeRelease.Domain.Embedding;

/// <summary>Where a host keeps what was attempted at its desks and refused: outside the streams, which hold only what happened.</summary>
/// <remarks>
/// A desk writes there once it has decided, and answers after that. What is asked, and what is accepted, is not written. When writing fails, the call fails with that
/// exception: the command was refused, nothing happened, and sent again it is decided again.
/// </remarks>
public interface IAttemptLog
{
    /// <summary>Keeps one attempt.</summary>
    /// <param name="attempt">The attempt. A command that is sent again and refused again comes again; it has the same identity, and another instant.</param>
    /// <param name="cancellation">Ends the writing early.</param>
    /// <returns>When it is kept.</returns>
    ValueTask AddAsync(RefusedAttempt attempt, CancellationToken cancellation);
}
