using System.Buffers;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;

namespace ChangeRelease.Domain.Changes;

/// <summary>A permit with a signature of the host's over its canonical bytes, as one line of text: for use where the change's stream is out of reach.</summary>
/// <remarks>
/// The text is <c>crp1.</c>, the permit's canonical bytes, a dot, and the signature, both in base64url without padding (RFC 4648 §5). Each signed
/// permit has one spelling; every other text is refused. Being readable says nothing about being genuine: that is for the host's verifier.
/// </remarks>
public sealed record SignedPermit
{
    /// <summary>The greatest number of bytes a signature may have.</summary>
    public const int MaximumSignature = 1_024;

    /// <summary>The greatest number of characters a text may have: more than any signed permit has.</summary>
    public const int MaximumLength = 4_096;

    private const string Prefix = "crp1.";

    private SignedPermit(Permit permit, string signature) => (Permit, Signature) = (permit, signature);

    /// <summary>The permit.</summary>
    public Permit Permit { get; }

    /// <summary>The signature, in base64url.</summary>
    private string Signature { get; }

    /// <summary>Puts a permit and a signature together.</summary>
    /// <param name="permit">The permit.</param>
    /// <param name="signature">The signature over <see cref="Permit.ToBytes"/>; 1 to 1,024 bytes.</param>
    /// <returns>Both.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="permit"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="signature"/> has no bytes, or too many.</exception>
    public static SignedPermit Of(Permit permit, ReadOnlySpan<byte> signature)
    {
        ArgumentNullException.ThrowIfNull(permit);
        return signature.Length is >= 1 and <= MaximumSignature
            ? new SignedPermit(permit, Base64Url.EncodeToString(signature))
            : throw new ArgumentException($"A signature has 1 to {MaximumSignature} bytes.", nameof(signature));
    }

    /// <summary>Reads a signed permit; any text may be given.</summary>
    /// <param name="text">The text; null is none.</param>
    /// <param name="found">The signed permit; null when the text is none.</param>
    /// <returns>Whether the text is the one spelling of a signed permit.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out SignedPermit? found)
    {
        found = text is { Length: <= MaximumLength } && text.StartsWith(Prefix, StringComparison.Ordinal) && text[Prefix.Length..].Split('.') is [var permit, var signature]
            ? Read(Bytes(permit), Bytes(signature))
            : null;
        found = found is not null && string.Equals(found.ToString(), text, StringComparison.Ordinal) ? found : null;
        return found is not null;
    }

    /// <summary>The signature's bytes.</summary>
    /// <returns>A copy.</returns>
    public byte[] ToSignature() => Base64Url.DecodeFromChars(Signature);

    /// <summary>The one text that reads back as this.</summary>
    /// <returns>Three parts with a dot between them.</returns>
    public override string ToString() => $"{Prefix}{Base64Url.EncodeToString(Permit.ToBytes())}.{Signature}";

    private static SignedPermit? Read(byte[]? permit, byte[]? signature) =>
        permit is not null && signature is { Length: >= 1 and <= MaximumSignature } && PermitFrames.Read(permit) is { } read ? Of(read, signature) : null;

    private static byte[]? Bytes(string part)
    {
        var bytes = new byte[Base64Url.GetMaxDecodedLength(part.Length)];
        return Base64Url.DecodeFromChars(part, bytes, out _, out var written) == OperationStatus.Done ? bytes[..written] : null;
    }
}
