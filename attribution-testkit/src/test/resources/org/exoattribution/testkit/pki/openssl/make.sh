#!/bin/sh
# Makes the files of this folder anew, with OpenSSL 3.0 or newer: run it here. Keys are made in a
# temporary folder and thrown away, so that all files change, and nobody can issue more of them.
#
# The certificates are valid from 2025 and the lists from 2026 to 2125, whenever this runs. An OCSP
# response and an entry of a list begin when they are made, which is now: whoever judges these files
# does so at a fixed instant that lies well after it, 2030-01-01.
set -eu

cd "$(dirname "$0")"
here=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > openssl.cnf <<'END'
[ca]
default_ca = root

[root]
dir = root
database = $dir/index.txt
serial = $dir/serial
crlnumber = $dir/crlnumber
new_certs_dir = $dir
certificate = root.pem
private_key = root.key
default_md = sha256
policy = any
unique_subject = no
rand_serial = yes

[issuing]
dir = issuing
database = $dir/index.txt
serial = $dir/serial
crlnumber = $dir/crlnumber
new_certs_dir = $dir
certificate = issuing.pem
private_key = issuing.key
default_md = sha256
policy = any
unique_subject = no
rand_serial = yes

[any]
commonName = supplied

[req]
prompt = no
distinguished_name = name

[name]

[ext_root]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash

[ext_issuing]
basicConstraints = critical, CA:TRUE, pathlen:0
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid

[ext_gateway]
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature
extendedKeyUsage = serverAuth, clientAuth
subjectAltName = DNS:mail.contoso.com, DNS:smtp.contoso.com
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid

[ext_responder]
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature
extendedKeyUsage = OCSPSigning
noCheck = ignored
END

for ca in root issuing; do
  mkdir $ca
  : > $ca/index.txt
  echo 01 > $ca/crlnumber
done

# request NAME "COMMON NAME" ALGORITHM OPTION: a key and a request for its certificate
request() {
  openssl genpkey -quiet -algorithm "$3" -pkeyopt "$4" -out "$1.key"
  openssl req -new -config openssl.cnf -subj "/CN=$2" -key "$1.key" -out "$1.csr"
}

# sign NAME CA EXTENSIONS END [MORE...]: the certificate, valid from 2025 to the end
sign() {
  name=$1 ca=$2 extensions=$3 end=$4
  shift 4
  openssl ca -batch -notext -config openssl.cnf -name "$ca" -extensions "$extensions" \
    -startdate 20250101000000Z -enddate "$end" -in "$name.csr" -out "$name.pem" "$@"
}

request root "Example OpenSSL Root CA" RSA rsa_keygen_bits:3072
sign root root ext_root 21250101000000Z -selfsign
request issuing "Example OpenSSL Issuing CA" EC ec_paramgen_curve:P-256
sign issuing root ext_issuing 21250101000000Z
request responder "Example OpenSSL Responder" EC ec_paramgen_curve:P-256
sign responder issuing ext_responder 21250101000000Z
for gateway in good revoked; do
  request $gateway mail.contoso.com EC ec_paramgen_curve:P-256
  sign $gateway issuing ext_gateway 20350101000000Z
done
request expired mail.contoso.com RSA rsa_keygen_bits:2048
sign expired issuing ext_gateway 20260101000000Z

openssl ca -config openssl.cnf -name issuing -revoke revoked.pem -crl_reason keyCompromise

# crl CA: the list that the CA keeps
crl() {
  openssl ca -config openssl.cnf -name "$1" -gencrl \
    -crl_lastupdate 20260101000000Z -crl_nextupdate 21250101000000Z -out "$1.crl"
}
crl root
crl issuing
openssl crl -in root.crl -outform DER -out "$here/root-crl.der"
cp issuing.crl "$here/issuing-crl.pem"

# response NAME ISSUER SIGNER: what a responder says of the certificate, for a hundred years
response() {
  openssl ocsp -index "$2/index.txt" -CA "$2.pem" -issuer "$2.pem" -cert "$1.pem" \
    -rsigner "$3.pem" -rkey "$3.key" -ndays 36500 -no_nonce -respout "$here/$1-ocsp.der"
}
response good issuing responder
response revoked issuing responder
response expired issuing issuing
response issuing root root

cp root.pem "$here/root.pem"
cat good.pem issuing.pem > "$here/good.pem"
cat revoked.pem issuing.pem > "$here/revoked.pem"
cat expired.pem issuing.pem > "$here/expired.pem"
cp good.pem "$here/missing-intermediate.pem"

# What a live handshake prints. Session tickets are of no use here and differ in every run.
openssl s_server -quiet -accept 127.0.0.1:54650 -naccept 1 -cert good.pem -key good.key \
  -cert_chain issuing.pem -no_ticket -tls1_3 &
sleep 1
openssl s_client -connect 127.0.0.1:54650 -servername mail.contoso.com -showcerts \
  < /dev/null > "$here/gateway.txt" 2>&1
wait
