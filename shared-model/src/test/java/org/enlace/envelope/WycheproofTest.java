package org.enlace.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.BiPredicate;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.cms.OriginatorPublicKey;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.jcajce.spec.MLKEMParameterSpec;
import org.bouncycastle.jcajce.spec.MLKEMPrivateKeySpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Published vectors for every primitive, through the code that uses it, on every provider that this machine has.
class WycheproofTest {
    private static final Provider BASE = new BouncyCastleProvider();

    static List<Primitives> everyProvider() {
        return new ProviderChoice().all();
    }

    @ParameterizedTest
    @MethodSource("everyProvider")
    void aes256Gcm(Primitives primitives) throws IOException {
        int fitting = run("aes_gcm", (group, test) -> {
            byte[] sealed = Arrays.copyOf(hex(test, "ct"), hex(test, "ct").length + hex(test, "tag").length);
            System.arraycopy(hex(test, "tag"), 0, sealed, hex(test, "ct").length, hex(test, "tag").length);
            boolean ours = group.path("keySize").asInt() == 256
                    && group.path("ivSize").asInt() == 96
                    && test.path("aad").asString().isEmpty();
            try {
                byte[] plain = ours
                        ? primitives.decrypt(hex(test, "key"), hex(test, "iv"), sealed)
                        : elsewhere(primitives.aesGcm(), group, test, sealed);
                return Arrays.equals(plain, hex(test, "msg")) == valid(test);
            } catch (GeneralSecurityException | RuntimeException refused) {
                return !valid(test) || unusual(group);
            }
        });
        assertThat(fitting).isEqualTo(316);
    }

    /// Inputs that an envelope never has go to the provider itself.
    private static byte[] elsewhere(Provider provider, JsonNode group, JsonNode test, byte[] sealed)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding", provider);
        cipher.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(hex(test, "key"), "AES"),
                new GCMParameterSpec(group.path("tagSize").asInt(), hex(test, "iv")));
        cipher.updateAAD(hex(test, "aad"));
        return cipher.doFinal(sealed);
    }

    /// A provider need not know other nonces than those of 12 bytes.
    private static boolean unusual(JsonNode group) {
        return group.path("ivSize").asInt() != 96;
    }

    @ParameterizedTest
    @MethodSource("everyProvider")
    void ecdsaP256InItsOneForm(Primitives primitives) throws IOException {
        List<Integer> accepted = new ArrayList<>();
        run("ecdsa_secp256r1_sha256", (group, test) -> {
            byte[] signature = hex(test, "sig");
            try {
                PublicKey key = KeyFactory.getInstance("EC", BASE)
                        .generatePublic(new X509EncodedKeySpec(hex(group, "publicKeyDer")));
                boolean believed = primitives.verifyEc(key, hex(test, "msg"), signature);
                if (believed) {
                    accepted.add(test.path("tcId").asInt());
                }
                boolean low = primitives.verifyEc(key, hex(test, "msg"), low(signature));
                return valid(test) ? low && believed == Arrays.equals(signature, low(signature)) : !believed;
            } catch (GeneralSecurityException refused) {
                return !valid(test);
            }
        });
        assertThat(accepted).hasSizeGreaterThan(100);
    }

    private static byte[] low(byte[] signature) {
        try {
            return EcdsaForm.lowS(signature);
        } catch (GeneralSecurityException notEvenTwoNumbers) {
            return signature;
        }
    }

    @ParameterizedTest
    @MethodSource("everyProvider")
    void ecdhP256WithOneFormOfPoints(Primitives primitives) throws IOException {
        List<Integer> agreed = new ArrayList<>();
        run("ecdh_secp256r1", (group, test) -> {
            try {
                SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(hex(test, "public"));
                OriginatorPublicKey theirs = new OriginatorPublicKey(
                        info.getAlgorithm(), info.getPublicKeyData().getOctets());
                EcdhLayer layer = new EcdhLayer(primitives);
                byte[] shared =
                        primitives.agree(privateKey(hex(test, "private")), layer.publicKey(EcdhLayer.checked(theirs)));
                agreed.add(test.path("tcId").asInt());
                return Arrays.equals(shared, hex(test, "shared")) && !invalid(test);
            } catch (Refusing | GeneralSecurityException | IOException | RuntimeException refused) {
                return !valid(test);
            }
        });
        assertThat(agreed).hasSizeGreaterThan(300);
    }

    private static PrivateKey privateKey(byte[] scalar) throws GeneralSecurityException {
        var parameters = java.security.AlgorithmParameters.getInstance("EC", BASE);
        parameters.init(new java.security.spec.ECGenParameterSpec("secp256r1"));
        return KeyFactory.getInstance("EC", BASE)
                .generatePrivate(new ECPrivateKeySpec(
                        new BigInteger(1, scalar),
                        parameters.getParameterSpec(java.security.spec.ECParameterSpec.class)));
    }

    @Test
    void aesKeyWrapOfContentKeys() throws IOException {
        List<Integer> unwrapped = new ArrayList<>();
        run("aes_wrap", (group, test) -> {
            boolean contentKey = hex(test, "msg").length == Primitives.KEY_BYTES;
            try {
                byte[] key = KeyWrap.unwrap(hex(test, "key"), hex(test, "ct"));
                unwrapped.add(test.path("tcId").asInt());
                return valid(test)
                        && contentKey
                        && Arrays.equals(key, hex(test, "msg"))
                        && Arrays.equals(KeyWrap.wrap(hex(test, "key"), key), hex(test, "ct"));
            } catch (InvalidCipherTextException | RuntimeException refused) {
                return !valid(test) || !contentKey;
            }
        });
        assertThat(unwrapped).hasSizeGreaterThanOrEqualTo(10);
    }

    @Test
    void hkdfWithoutSalt() throws IOException {
        List<Integer> derived = new ArrayList<>();
        run("hkdf_sha256", (group, test) -> {
            if (!test.path("salt").asString().isEmpty() || !valid(test)) {
                return true;
            }
            byte[] ours = KeyWrap.hkdf(hex(test, "ikm"), hex(test, "info"));
            byte[] theirs = hex(test, "okm");
            int common = Math.min(ours.length, theirs.length);
            derived.add(test.path("tcId").asInt());
            return Arrays.equals(Arrays.copyOf(ours, common), Arrays.copyOf(theirs, common));
        });
        assertThat(derived).hasSizeGreaterThanOrEqualTo(10);
    }

    @ParameterizedTest
    @MethodSource("everyProvider")
    void mlDsa65(Primitives primitives) throws IOException {
        List<Integer> accepted = new ArrayList<>();
        run("mldsa_65_verify", (group, test) -> {
            if (!test.path("ctx").asString("").isEmpty()) {
                return true;
            }
            try {
                byte[] key = new SubjectPublicKeyInfo(Algorithms.ML_DSA_65, hex(group, "publicKey")).getEncoded();
                PublicKey read = KeyFactory.getInstance("ML-DSA-65", BASE).generatePublic(new X509EncodedKeySpec(key));
                boolean believed = primitives.verifyPq(read, hex(test, "msg"), hex(test, "sig"));
                if (believed) {
                    accepted.add(test.path("tcId").asInt());
                }
                return believed == valid(test);
            } catch (GeneralSecurityException | IOException | RuntimeException refused) {
                return !valid(test);
            }
        });
        assertThat(accepted).hasSizeGreaterThan(50);
    }

    @ParameterizedTest
    @MethodSource("everyProvider")
    void mlKem1024(Primitives primitives) throws IOException {
        List<Integer> opened = new ArrayList<>();
        run("mlkem_1024", (group, test) -> {
            try {
                PrivateKey mine = KeyFactory.getInstance("ML-KEM-1024", BASE)
                        .generatePrivate(new MLKEMPrivateKeySpec(MLKEMParameterSpec.ml_kem_1024, hex(test, "seed")));
                byte[] secret = primitives.decapsulate(mine, hex(test, "c"));
                opened.add(test.path("tcId").asInt());
                return valid(test) && Arrays.equals(secret, hex(test, "K"));
            } catch (GeneralSecurityException | RuntimeException refused) {
                return !valid(test);
            }
        });
        assertThat(opened).hasSizeGreaterThan(100);
    }

    private static int run(String file, BiPredicate<JsonNode, JsonNode> agrees) throws IOException {
        int count = 0;
        List<String> mismatches = new ArrayList<>();
        try (InputStream in = WycheproofTest.class.getResourceAsStream("/wycheproof/" + file + "_test.json")) {
            assertThat(in).isNotNull();
            for (JsonNode group : JsonMapper.shared().readTree(in).path("testGroups")) {
                for (JsonNode test : group.path("tests")) {
                    count++;
                    if (!agrees.test(group, test)) {
                        mismatches.add("#" + test.path("tcId") + " " + test.path("comment") + " " + test.path("flags")
                                + " " + test.path("result"));
                    }
                }
            }
        }
        assertThat(mismatches).as(file).isEmpty();
        return count;
    }

    private static boolean valid(JsonNode test) {
        return test.path("result").asString().equals("valid");
    }

    private static boolean invalid(JsonNode test) {
        return test.path("result").asString().equals("invalid");
    }

    private static byte[] hex(JsonNode node, String field) {
        return HexFormat.of().parseHex(node.path(field).asString());
    }
}
