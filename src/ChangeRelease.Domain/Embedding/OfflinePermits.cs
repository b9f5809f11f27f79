using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Embedding;

/// <summary>Permits for where the change's stream is out of reach. Revocation is not known there: prefer <see cref="ChangeDesk.CheckPermitAsync"/>.</summary>
public static class OfflinePermits
{
    /// <summary>Signs a permit.</summary>
    /// <param name="signer">The host's signer.</param>
    /// <param name="permit">The permit, as the start issued it.</param>
    /// <param name="cancellation">Ends the signing early.</param>
    /// <returns>The permit with its signature.</returns>
    /// <exception cref="ArgumentException">The signer gave no bytes, or too many.</exception>
    public static async ValueTask<SignedPermit> SignAsync(this IPermitSigner signer, Permit permit, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(signer);
        ArgumentNullException.ThrowIfNull(permit);
        return SignedPermit.Of(permit, (await signer.SignAsync(permit.ToBytes(), cancellation).ConfigureAwait(false)).Span);
    }

    /// <summary>Asks whether a step may begin, by the signature and by what the permit says itself.</summary>
    /// <param name="verifier">The host's verifier.</param>
    /// <param name="text">What claims to be a signed permit; any text.</param>
    /// <param name="environment">Where the step would begin.</param>
    /// <param name="content">The digest of what would be brought there.</param>
    /// <param name="actor">Who would begin it.</param>
    /// <param name="at">Now, by the clock at hand.</param>
    /// <param name="cancellation">Ends the asking early.</param>
    /// <returns>The answer, with every reason for a "no"; what only the stream knows is not asked, see <see cref="PermitCheck.CheckOffline"/>.</returns>
    public static async ValueTask<PermitAnswer> CheckAsync(
        this IPermitVerifier verifier, string? text, EnvironmentId environment, Digest content, Actor actor, Instant at, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(verifier);
        ArgumentNullException.ThrowIfNull(actor);
        if (!SignedPermit.TryParse(text, out var signed))
        {
            return PermitCheck.Unreadable(actor, at);
        }

        var isGenuine = await verifier.VerifyAsync(signed.Permit.ToBytes(), signed.ToSignature(), cancellation).ConfigureAwait(false);
        return PermitCheck.CheckOffline(new PermitCase(signed.Permit, environment, content, actor, at) { IsGenuine = isGenuine });
    }
}
