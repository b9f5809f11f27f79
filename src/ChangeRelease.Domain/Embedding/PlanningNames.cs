using System.Text;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Embedding;

/// <summary>The names of subjects, people and targets in a planning problem; of what is too long the digest stands, after a sign that no kind has.</summary>
internal static class PlanningNames
{
    public static string Of(string kind, string name) => Identifier.Problem($"{kind} {name}") is null ? $"{kind} {name}" : $"{kind}# {Digest.Of(Encoding.UTF8.GetBytes(name))}";

    public static ResourceId Of(Target target) => new(Of("target", target.ToString()));

    public static ResourceId Of(ActorId person) => new(Of("person", person.Value));
}
