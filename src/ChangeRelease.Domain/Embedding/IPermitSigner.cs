namespace ChangeRelease.Domain.Embedding;

/// <summary>Signs permits for use where the change's stream is out of reach. The host's own: keys, their care and their change are not the library's.</summary>
public interface IPermitSigner
{
    /// <summary>Signs bytes.</summary>
    /// <param name="permit">The canonical bytes of a permit.</param>
    /// <param name="cancellation">Ends the signing early.</param>
    /// <returns>The signature, 1 to 1,024 bytes; which key it is of, when there are several, is part of what the host puts in.</returns>
    ValueTask<ReadOnlyMemory<byte>> SignAsync(ReadOnlyMemory<byte> permit, CancellationToken cancellation);
}
