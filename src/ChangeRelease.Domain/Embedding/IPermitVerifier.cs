namespace ChangeRelease.Domain.Embedding;

/// <summary>Knows the signatures of the host's <see cref="IPermitSigner"/> again.</summary>
public interface IPermitVerifier
{
    /// <summary>Judges a signature. What cannot be judged is not genuine (S-4).</summary>
    /// <param name="permit">The canonical bytes of a permit.</param>
    /// <param name="signature">What claims to be the signature of these bytes: any bytes, of anybody's making.</param>
    /// <param name="cancellation">Ends the judging early.</param>
    /// <returns>True when the host's signer made it, and its key is still good.</returns>
    ValueTask<bool> VerifyAsync(ReadOnlyMemory<byte> permit, ReadOnlyMemory<byte> signature, CancellationToken cancellation);
}
