using System.Security.Cryptography;
using System.Text;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Tests.Embedding;
using NodaTime;
using Xunit.Abstractions;

namespace ChangeRelease.Domain.Tests.Changes.Permits;

/// <summary>Permits where the stream is out of reach: one spelling, a parser that takes any text, and a signature of the host's.</summary>
public sealed class SignedPermitTests(ITestOutputHelper output)
{
    private const int Mutations = 100_000;
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.+/= \ud800";

    private static readonly Permit Permit = new(
        World.One, 7, Digest.Of("content"u8), Started.Production, World.Opening, World.Opening + Duration.FromHours(1), Digest.Of("head"u8));

    private static readonly HostKey Key = new("secret");

    [Fact]
    public async Task A_signed_permit_reads_back_and_has_one_spelling()
    {
        var made = await Key.SignAsync(Permit);
        var text = made.ToString();

        text.Should().StartWith("crp1.");
        SignedPermit.TryParse(text, out var read).Should().BeTrue();
        read.Should().Be(made);
        (read!.Permit, read.ToString()).Should().Be((Permit, text));
        read.ToSignature().Should().Equal(HMACSHA256.HashData("secret"u8, Permit.ToBytes()));
        string?[] others = [null, string.Empty, "crp1.", "crp1..", text + ".", " " + text, text + "\n", text + "=", text.Replace("crp1", "crp2", StringComparison.Ordinal), text.ToUpperInvariant(), text[..^1], text[..5] + text[6..], text.Replace('.', ','), $"{text}{new string('A', 5_000)}"];
        others.Should().AllSatisfy(other => SignedPermit.TryParse(other, out _).Should().BeFalse($"'{other}' is another text"));
    }

    [Fact]
    public void The_longest_names_and_the_longest_signature_still_fit()
    {
        var longest = new string('\uffee', Identifier.MaximumLength);
        var permit = new Permit(new ChangeId(longest), long.MaxValue, Permit.Content, new EnvironmentId(longest), Instant.MinValue, Instant.MaxValue, Permit.Head);

        var text = SignedPermit.Of(permit, new byte[SignedPermit.MaximumSignature]).ToString();

        text.Length.Should().BeLessThanOrEqualTo(SignedPermit.MaximumLength);
        SignedPermit.TryParse(text, out var read).Should().BeTrue();
        read!.Permit.Should().Be(permit);
        FluentActions.Invoking(() => SignedPermit.Of(permit, new byte[SignedPermit.MaximumSignature + 1])).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => SignedPermit.Of(permit, [])).Should().Throw<ArgumentException>();
    }

    [Fact]
    public async Task Any_text_is_read_or_refused_and_none_but_the_true_one_is_both_read_and_genuine()
    {
        var (random, text, read, genuine) = (new Random(41), (await Key.SignAsync(Permit)).ToString(), 0, 0);
        for (var mutation = 0; mutation < Mutations; mutation++)
        {
            var other = Mutated(text, random);
            if (!SignedPermit.TryParse(other, out var found))
            {
                continue;
            }

            found.ToString().Should().Be(other, "there is one spelling");
            read++;
            genuine += other != text && await Key.VerifyAsync(found.Permit.ToBytes(), found.ToSignature(), default) ? 1 : 0;
        }

        output.WriteLine(FormattableString.Invariant($"seed 41: {Mutations} texts, {read} read, {genuine} genuine"));
        genuine.Should().Be(0);
        read.Should().BeGreaterThan(Mutations / 20).And.BeLessThan(Mutations);
    }

    [Fact]
    public async Task Without_the_stream_signature_place_content_and_time_are_asked_all_at_once()
    {
        var text = (await Key.SignAsync(Permit)).ToString();
        async Task<IEnumerable<string>> Codes(string? shown, EnvironmentId where, Digest what, Instant at, HostKey key) =>
            (await key.CheckAsync(shown, where, what, World.Otto, at)).Refusals.Select(refusal => refusal.Code);

        (await Codes(text, Permit.Environment, Permit.Content, Permit.NotAfter, Key)).Should().BeEmpty();
        (await Codes(text, Permit.Environment, Permit.Content, Permit.NotAfter + Duration.FromNanoseconds(1_000), Key)).Should().Equal("change.permit.too-late");
        (await Codes(text, Permit.Environment, Permit.Content, Permit.NotBefore - Duration.FromNanoseconds(1_000), Key)).Should().Equal("change.permit.too-early");
        (await Codes(text, Started.Staging, Digest.Zero, Permit.NotBefore, new HostKey("stolen"))).Should().Equal("change.permit.not-genuine", "change.permit.other-environment", "change.permit.other-content");
        (await Codes("crp1.?.?", Permit.Environment, Permit.Content, Permit.NotBefore, Key)).Should().Equal("change.permit.unreadable");
        (await Codes(null, Permit.Environment, Permit.Content, Permit.NotBefore, Key)).Should().Equal("change.permit.unreadable");
        PermitCheck.CheckOffline(new PermitCase(Permit, Permit.Environment, Permit.Content, World.Otto, Permit.NotBefore)).Refusals.Select(refusal => refusal.Code).Should().Equal(["change.permit.not-genuine"], "nobody has looked at the signature");
    }

    private static string Mutated(string text, Random random)
    {
        var letters = new StringBuilder(text);
        for (var changes = 1 + random.Next(3); changes > 0; changes--)
        {
            var at = random.Next(letters.Length);
            switch (random.Next(6))
            {
                case 0:
                    letters.Remove(at, Math.Min(letters.Length - at, 1 + random.Next(4)));
                    break;
                case 1:
                    letters.Insert(at, (char)random.Next(1, 0x180));
                    break;
                case 2:
                    letters.Insert(at, letters.ToString(0, random.Next(letters.Length)));
                    break;
                default:
                    letters[at] = Letters[random.Next(Letters.Length)];
                    break;
            }

            if (letters.Length == 0)
            {
                break;
            }
        }

        return letters.ToString();
    }

    /// <summary>A host's key, as simple as can be.</summary>
    private sealed class HostKey(string secret) : IPermitSigner, IPermitVerifier
    {
        public ValueTask<ReadOnlyMemory<byte>> SignAsync(ReadOnlyMemory<byte> permit, CancellationToken cancellation) => new(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), permit.Span));

        public ValueTask<bool> VerifyAsync(ReadOnlyMemory<byte> permit, ReadOnlyMemory<byte> signature, CancellationToken cancellation) =>
            new(CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), permit.Span), signature.Span));
    }
}
