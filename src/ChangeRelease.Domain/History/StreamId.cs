using System.Text.RegularExpressions;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.History;

/// <summary>Names the stream that holds everything that happened to one thing of one tenant (S-70).</summary>
/// <remarks>
/// Two names are equal when tenant, kind and key are each equal, character by character: case counts, and nothing is
/// normalized. A store that keeps the parts apart may compare them ordinally; one that keeps a single text
/// keeps <see cref="ToString"/>, which is different for different streams.
/// </remarks>
public sealed partial record StreamId
{
    /// <summary>Names a stream.</summary>
    /// <param name="tenant">Whose stream it is.</param>
    /// <param name="kind">What the stream is about, as a word in kebab case of at most 256 characters, for example <c>change</c>.</param>
    /// <param name="key">Which one of its kind; written by the same rules as an <see cref="Identifier"/>.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="kind"/> is not a word in kebab case, or <paramref name="key"/> is not well formed; the message says why.
    /// </exception>
    public StreamId(TenantId tenant, string kind, string key)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentNullException.ThrowIfNull(kind);
        ArgumentNullException.ThrowIfNull(key);
        (Tenant, Kind, Key) = (tenant, CheckedKind(kind), CheckedKey(key));
    }

    /// <summary>Whose stream it is.</summary>
    public TenantId Tenant { get; }

    /// <summary>What the stream is about, as a word in kebab case.</summary>
    public string Kind { get; }

    /// <summary>Which one of its kind, exactly as it was given.</summary>
    public string Key { get; }

    /// <summary>Reads a name back.</summary>
    /// <param name="text">What <see cref="ToString"/> wrote; no other spelling is understood.</param>
    /// <returns>The name.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="FormatException"><paramref name="text"/> is not what a stream's name would write.</exception>
    public static StreamId Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Read(text) is { } stream && string.Equals(stream.ToString(), text, StringComparison.Ordinal)
            ? stream
            : throw NotAName(text);
    }

    /// <summary>The parts in one text, <c>tenant/kind/key</c>, in which no two streams look alike.</summary>
    /// <returns>The text; a percent sign inside a part is written <c>%25</c>, a slash <c>%2F</c>, everything else as it is.</returns>
    public override string ToString() => $"{Escape(Tenant.Value)}/{Kind}/{Escape(Key)}";

    private static StreamId? Read(string text)
    {
        try
        {
            return text.Split('/') is [var tenant, var kind, var key]
                ? new StreamId(new TenantId(Unescape(tenant)), kind, Unescape(key))
                : null;
        }
        catch (ArgumentException problem)
        {
            throw NotAName(text, problem);
        }
    }

    private static FormatException NotAName(string text, Exception? cause = null) =>
        new($"A stream's name reads tenant/kind/key, but this one reads '{text}'.", cause);

    // The percent sign goes first on the way out and last on the way in, so that neither sees the other's work.
    private static string Escape(string part) =>
        part.Replace("%", "%25", StringComparison.Ordinal).Replace("/", "%2F", StringComparison.Ordinal);

    private static string Unescape(string part) =>
        part.Replace("%2F", "/", StringComparison.Ordinal).Replace("%25", "%", StringComparison.Ordinal);

    private static string CheckedKind(string kind) => kind.Length <= Identifier.MaximumLength && KebabWord().IsMatch(kind)
        ? kind
        : throw new ArgumentException($"A stream's kind is a word in kebab case, but this one reads '{kind}'.", nameof(kind));

    private static string CheckedKey(string key) => Identifier.Problem(key) is { } problem
        ? throw new ArgumentException($"A stream's key {problem}.", nameof(key))
        : key;

    [GeneratedRegex(@"\A[a-z][a-z0-9]*(-[a-z0-9]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex KebabWord();
}
