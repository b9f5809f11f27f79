using System.Text;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Embedding;

/// <summary>Names of a kind and a name that fit an identifier; of what is too long the digest stands, after a sign that no kind has.</summary>
internal static class BoundedNames
{
    public static string Of(string kind, string name) => Identifier.Problem($"{kind} {name}") is null
        ? $"{kind} {name}"
        : $"{kind}# {Digest.Of(Encoding.UTF8.GetBytes(name))}";
}
