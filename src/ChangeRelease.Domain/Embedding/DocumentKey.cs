using System.Text.RegularExpressions;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Embedding;

/// <summary>Names a document of one tenant: a calendar, a policy, a definition, a template.</summary>
/// <remarks>Two names are equal when tenant, kind and name are each equal, character by character; nothing is normalized.</remarks>
public sealed partial record DocumentKey
{
    /// <summary>Names a document.</summary>
    /// <param name="tenant">Whose document it is.</param>
    /// <param name="kind">What kind of document it is, as a word in kebab case, for example <c>calendar</c>.</param>
    /// <param name="name">Which one of its kind; written by the same rules as an <see cref="Identifier"/>.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="kind"/> is not a word in kebab case of at most 256 characters, or <paramref name="name"/> is not well formed; the message says why.
    /// </exception>
    public DocumentKey(TenantId tenant, string kind, string name)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentNullException.ThrowIfNull(kind);
        ArgumentNullException.ThrowIfNull(name);
        (Tenant, Kind, Name) = (tenant, CheckedKind(kind), CheckedName(name));
    }

    /// <summary>Whose document it is.</summary>
    public TenantId Tenant { get; }

    /// <summary>What kind of document it is.</summary>
    public string Kind { get; }

    /// <summary>Which one of its kind, exactly as it was given.</summary>
    public string Name { get; }

    /// <summary>The parts, for people; different documents may look alike.</summary>
    /// <returns>For example <c>acme/calendar/nights</c>.</returns>
    public override string ToString() => $"{Tenant}/{Kind}/{Name}";

    private static string CheckedKind(string kind) => kind.Length <= Identifier.MaximumLength && KebabWord().IsMatch(kind)
        ? kind
        : throw new ArgumentException($"A document's kind is a word in kebab case, but this one reads '{kind}'.", nameof(kind));

    private static string CheckedName(string name) => Identifier.Problem(name) is { } problem
        ? throw new ArgumentException($"A document's name {problem}.", nameof(name))
        : name;

    [GeneratedRegex(@"\A[a-z][a-z0-9]*(-[a-z0-9]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex KebabWord();
}
